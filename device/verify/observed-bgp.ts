import { type Phrase, phrase } from "../../network/facts/called/phrase";
import { addressOfField } from "../../network/facts/site-links";
import { knownValue } from "../../network/field";
import type { Part } from "../../network/network";
import { at } from "../../network/place";
import type { Judgement } from "../../policies/rules/rule";
import { type Matched, matchedLinks } from "./matching";
import { differs, type ObservedJudge, toldBy, untold } from "./observed-rule";
import { silentSessions } from "./observed-session";

/** Both ends of BGP, and whether sessions bring anything. */
export const judgeBgp: ObservedJudge = function* ({ network, observed }) {
  yield* silentSessions(network, observed);
  for (const one of matchedLinks(network, observed)) {
    yield* sessionOf(one);
    yield* devicesEnd(one);
    yield* azuresEnd(one);
    if (one.downloads.length === 0 && !one.connections.some(({ link }) => link?.bgp !== undefined)) {
      yield untold(one.place, [toldBy("Download VPN Config", "az network vpn-gateway connection show")], {
        message: phrase`no file tells the BGP settings of ${one.planned.connected}`,
        remedy: "Download the VPN configuration of the hub, and hand it over with --azure.",
      });
    }
  }
};

function* sessionOf({ planned, place, downloads, connections }: Matched): Iterable<Judgement> {
  const { connected } = planned;
  const isPlanned = knownValue(connected.bgpEnabled);
  const seen = [
    ...downloads.map(({ at: one, path }) => ({ path, bgp: one.bgpEnabled })),
    ...connections.flatMap(({ link, connection }) =>
      link?.bgp === undefined ? [] : [{ path: connection.path, bgp: link.bgp }],
    ),
  ];
  for (const { path, bgp } of seen) {
    if (isPlanned !== undefined && bgp !== isPlanned) {
      yield differs(place, {
        message: phrase`BGP of ${connected} is ${onOrOff(bgp)} in Azure, and was planned to be ${onOrOff(isPlanned)}`,
        remedy: "Apply the plan: the connection is made anew for it.",
        evidence: { observed: bgp, planned: isPlanned, file: path },
      });
    }
  }
}

function onOrOff(flag: boolean): string {
  return flag ? "on" : "off";
}

function* devicesEnd({ planned, downloads }: Matched): Iterable<Judgement> {
  const { siteLink } = planned;
  const bgp = knownValue(siteLink.bgp);
  for (const { link, path, at: one } of bgp === undefined ? [] : downloads) {
    const isOff = !one.bgpEnabled && link.bgp === undefined;
    if (bgp !== undefined && !isOff) {
      const said = { what: phrase`the AS number of ${siteLink}`, path: bgp.asn.path, file: path };
      yield* unlike(siteLink.site, said, knownValue(bgp.asn), link.bgp?.asn);
      const peer = { what: phrase`the BGP peer address of ${siteLink}`, path: bgp.peeringAddress.path, file: path };
      yield* unlike(siteLink.site, peer, addressOfField(bgp.peeringAddress)?.text, link.bgp?.address.text);
    }
  }
}

function* unlike(
  part: Part,
  { what, path, file }: { readonly what: Phrase; readonly path: string; readonly file: string },
  planned: string | number | undefined,
  seen: string | number | undefined,
): Iterable<Judgement> {
  if (planned !== undefined && seen !== planned) {
    yield differs(at(part, path), {
      message: phrase`${what} is ${seen ?? "not set"} in Azure, and was planned to be ${planned}`,
      remedy: "Apply the plan, or correct it to what the device has.",
      evidence: { ...(seen === undefined ? {} : { observed: seen }), planned, file },
    });
  }
}

function* azuresEnd({ planned, downloads, gateways }: Matched): Iterable<Judgement> {
  const asn = knownValue(planned.gateway.asn);
  const seen = [
    ...downloads.map(({ at: one, path }) => ({ path, asn: one.azureAsn })),
    ...gateways.map((one) => ({ path: one.path, asn: one.asn })),
  ];
  for (const one of seen) {
    if (asn !== undefined && one.asn !== undefined && one.asn !== asn) {
      yield differs(at(planned.gateway, planned.gateway.asn.path), {
        message: phrase`the AS number of ${planned.gateway} is ${one.asn} in Azure, and was planned to be ${asn}`,
        remedy: "Configure devices for the AS number that Azure has.",
        evidence: { observed: one.asn, planned: asn, file: one.path },
      });
    }
  }
}
