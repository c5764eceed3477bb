import { isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { inConnection } from "../../network/facts/link-connections";
import { isPrivate } from "../../network/facts/private-path";
import { isDescribed } from "../../network/facts/standing";
import type { VpnConnection } from "../../network/network";
import { at, violation } from "./judgement";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** The links of one connection all run over ExpressRoute, or all over the internet. */
export const noMixedLinks: Rule = {
  id: "no-mixed-links",
  level: "error",
  section: "Private path",
  what: "The links of one connection all use the gateway's private addresses, or none of them does.",
  why: "Azure shares a connection's traffic among its links, so protected traffic would take the internet too; no page says that Azure supports the mixture.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  scope: "resource",
  *judge(network) {
    for (const connection of network.vpnConnections.filter(isDescribed)) {
      yield* judgeConnection(connection);
    }
  },
};

function* judgeConnection(connection: VpnConnection): Iterable<Judgement> {
  const { items, unknown } = connection.links;
  const onPrivate = items.find((link) => isPrivate(link) === "yes");
  const onPublic = items.find((link) => isPrivate(link) === "no");
  if (onPrivate !== undefined && onPublic !== undefined) {
    yield violation(inConnection(onPublic, onPublic.useAzurePrivateIp), {
      message: phrase`${onPublic} uses the gateway's public addresses, but ${onPrivate} its private ones`,
      remedy:
        "Set local_azure_ip_address_enabled alike on all links, or connect the public link in a connection of its own.",
      evidence: { privateLink: onPrivate.path, publicLink: onPublic.path },
    });
    return;
  }
  const unknowns = [...items.map(isPrivate).filter(isOpen).flat(), ...(unknown === undefined ? [] : [unknown])];
  if (unknowns.length > 0 && (items.length > 1 || unknown !== undefined)) {
    const message = phrase`whether the links of ${connection} all use private addresses or all public ones can't be told`;
    yield cannotTell(at(connection, connection.links.path), unknowns, message);
  }
}
