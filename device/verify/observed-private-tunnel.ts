import { containsAddress } from "../../address/prefix";
import { phrase } from "../../network/facts/called/phrase";
import { at } from "../../network/place";
import type { Judgement } from "../../policies/rules/rule";
import { type Matched, matchedLinks } from "./matching";
import { differs, type ObservedJudge, toldBy, untold } from "./observed-rule";

/** Where the tunnels of links over ExpressRoute end. */
export const judgePrivateTunnel: ObservedJudge = function* ({ network, observed }) {
  for (const one of matchedLinks(network, observed)) {
    yield* endsOf(one);
    yield* settingOf(one);
    if (one.downloads.length === 0 && !one.connections.some(({ link }) => link?.usesPrivateAddress !== undefined)) {
      yield untold(one.place, [toldBy("Download VPN Config", "az network vpn-gateway connection show")], {
        message: phrase`no file tells where the tunnels of ${one.planned.connected} end`,
        remedy: "Download the VPN configuration of the hub, and hand it over with --azure.",
      });
    }
  }
};

function* endsOf({ planned, place, downloads, gateways }: Matched): Iterable<Judgement> {
  for (const { at: seen, path } of downloads) {
    const prefix = planned.hubPrefix ?? seen.hubPrefix;
    const outside = seen.instances.filter(({ tunnelAddress }) => !containsAddress(prefix, tunnelAddress));
    if (outside.length > 0) {
      const addresses = outside.map(({ tunnelAddress }) => tunnelAddress.text);
      yield differs(place, {
        message: phrase`the tunnels of ${planned.connected} end at ${addresses.join(" and ")}, outside of the hub prefix ${prefix.text}: they don't run over ExpressRoute`,
        remedy: REMEDY,
        evidence: { observed: addresses, hubPrefix: prefix.text, file: path },
      });
    }
  }
  for (const { instances, path } of gateways) {
    const prefix = planned.hubPrefix;
    const outside = instances.flatMap(({ privateAddress: address }) =>
      prefix !== undefined && address !== undefined && !containsAddress(prefix, address) ? [address.text] : [],
    );
    if (prefix !== undefined && outside.length > 0) {
      yield differs(at(planned.gateway, "ip_configuration"), {
        message: phrase`${planned.gateway} has the private addresses ${outside.join(" and ")}, outside of the hub prefix ${prefix.text}`,
        remedy: "Compare the hub's address prefix in Azure with the planned one.",
        evidence: { observed: outside, hubPrefix: prefix.text, file: path },
      });
    }
  }
}

function* settingOf({ planned, place, connections }: Matched): Iterable<Judgement> {
  for (const { connection, link } of connections) {
    if (link?.usesPrivateAddress === false) {
      yield differs(place, {
        message: phrase`${planned.connected} doesn't use the gateway's private addresses: useLocalAzureIpAddress is false in Azure`,
        remedy: REMEDY,
        evidence: { observed: false, file: connection.path },
      });
    }
  }
}

const REMEDY = 'Set "Use Azure Private IP Address" of the link to yes (local_azure_ip_address_enabled), and apply.';
