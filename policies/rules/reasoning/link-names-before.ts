import { phrase } from "../../../network/facts/called/phrase";
import { type Field, knownValue, targetOf } from "../../../network/field";
import type { LinkConnection, Part, VpnConnection } from "../../../network/network";
import { at, violation } from "../judgement";
import type { Judgement } from "../rule";
import { tunnelsOf } from "./what-goes-down";

interface Named {
  readonly name: Field<string>;
  readonly path: string;
}

/**
 * Connected links keep their names and their places. Terraform takes both for a change in place; Azure refuses a new name
 * for a link that is connected (hashicorp/terraform-provider-azurerm#33248), and in another order the provider gives each
 * link what was another's.
 *
 * @param block what the links are called in Terraform
 * @param connections what connects them
 */
export function* judgeNames(
  part: Part,
  block: "link" | "vpn_link",
  links: readonly Named[],
  connections: readonly VpnConnection[],
): Iterable<Judgement> {
  const { change } = part.resource;
  const before = change?.action === "updated" ? (change.namesBefore[block] ?? []) : [];
  const tunnels = connections.flatMap(tunnelsOf);
  const names = links.map(({ name }) => knownValue(name));
  for (const [index, name] of before.entries()) {
    const now = names.indexOf(name);
    const link = links[index];
    const other = names[index];
    if (now === index || link === undefined || other === undefined || !mayBeConnected(name, before, tunnels)) {
      continue;
    }
    const place = at(part, link.name.path);
    const isRenamed = now < 0 && !before.includes(other);
    if (isRenamed) {
      yield violation(place, {
        message: phrase`the change renames link ${name} of ${part} to ${other} while it is connected: Azure refuses that, so the apply fails, or the tunnel goes down for good`,
        remedy: phrase`Keep the name ${name}. To rename it, take the link out of the connection, apply, rename it, and connect it again: its tunnel is down meanwhile.`,
        evidence: { before: name, after: other },
      });
    } else if (now >= 0) {
      yield violation(place, {
        message: phrase`the change moves link ${name} of ${part} from place ${index + 1} to ${now + 1} while it is connected: each link takes over what was another's, and its tunnel reconnects or goes down`,
        remedy: "Keep the order of links, and add new ones at the end.",
        evidence: { link: name, before: index + 1, after: now + 1 },
      });
    }
  }
}

/** Whether a link was connected before, or may have been: by its id, by its place, or where neither tells. */
function mayBeConnected(name: string, before: readonly string[], tunnels: readonly LinkConnection[]): boolean {
  return tunnels.some((tunnel) => {
    const siteLink = targetOf(tunnel.siteLink);
    const connected = siteLink === undefined ? undefined : siteLink.site.links.items.indexOf(siteLink);
    return (
      connected === undefined || connected === -1 || before[connected] === name || knownValue(tunnel.name) === name
    );
  });
}
