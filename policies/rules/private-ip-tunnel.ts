import { isPrivateAddress } from "../../address/address";
import { type Answer, allOf, isOpen } from "../../network/facts/answer";
import { phrase } from "../../network/facts/called/phrase";
import { askSiteLink, candidatesOf, inConnection } from "../../network/facts/link-connections";
import { type HeldAddresses, heldAt, isOnExpressRoute } from "../../network/facts/link-path";
import { hubOf, isPrivate } from "../../network/facts/private-path";
import { addressOfField } from "../../network/facts/site-links";
import type { LinkConnection, VirtualHub } from "../../network/network";
import { violation } from "./judgement";
import { judgeLinkConnections } from "./reasoning/judge-link-connections";
import { oncePer } from "./reasoning/once";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** A device that is reached over ExpressRoute is reached from the gateway's private addresses. */
export const privateIpTunnel: Rule = {
  id: "private-ip-tunnel",
  level: "error",
  section: "Private path",
  what: "A link whose device address is private, or that intent puts on ExpressRoute, is connected with local_azure_ip_address_enabled.",
  why: "Without it the gateway uses its public addresses, from which such a device can't be reached: there is no tunnel, and what it should carry goes over ExpressRoute unencrypted.",
  page: "https://learn.microsoft.com/azure/virtual-wan/vpn-over-expressroute",
  judge: (network) => {
    const heldOf = oncePer((hub: VirtualHub) => heldAt([hub]));
    return judgeLinkConnections(network, "they use the gateway's private addresses", (link) => {
      const hub = hubOf(link.connection);
      return judgeLink(link, hub.state === "resolved" ? heldOf(hub.to) : undefined);
    });
  },
};

function* judgeLink(link: LinkConnection, held: HeldAddresses | undefined): Iterable<Judgement> {
  const isPublic = opposite(isPrivate(link));
  const broken = allOf([isPublic, askSiteLink(link, (siteLink) => isOnExpressRoute(siteLink, held))]);
  const place = inConnection(link, link.useAzurePrivateIp);
  if (isOpen(broken)) {
    yield cannotTell(
      place,
      broken,
      phrase`whether ${link} must use the gateway's private addresses, and does, can't be told`,
    );
    return;
  }
  const [siteLink] = candidatesOf(link).links;
  const device = siteLink === undefined ? undefined : addressOfField(siteLink.address);
  if (broken === "yes" && siteLink !== undefined && device !== undefined) {
    const reason = isPrivateAddress(device) ? "private" : "advertised over ExpressRoute";
    const unwritten = link.useAzurePrivateIp.state === "known" && link.useAzurePrivateIp.written ? "" : " by default";
    yield violation(place, {
      message: phrase`device address ${device.text} of ${link} is ${reason}, but the link uses the gateway's public addresses${unwritten}`,
      remedy: "Set local_azure_ip_address_enabled to true.",
      evidence: { deviceAddress: device.text, siteLink: siteLink.path, site: siteLink.site.resource.address },
    });
  }
}

function opposite(answer: Answer): Answer {
  return answer === "yes" ? "no" : answer === "no" ? "yes" : answer;
}
