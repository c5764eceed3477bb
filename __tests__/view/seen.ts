import { judge } from "../../policies/judge/judge";
import { reportOf } from "../../policies/report/report";
import { RULES } from "../../policies/rules/catalogue";
import type { Seen } from "../../view/view";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

/** The sound network with some changes, judged by every rule. */
export function seen(changes: Changes = {}): Seen {
  const after = networkOf(changed(SOUND, changes));
  return {
    after,
    before: undefined,
    report: reportOf({ network: after, rules: RULES, findings: judge(after, RULES) }),
  };
}

/** Names that a network may hold and that nothing may take for anything but text. */
export const HOSTILE: readonly (readonly [what: string, name: string])[] = [
  ["markup", "<img src=x onerror=alert(1)>"],
  ["quotes", "a\"b'c`d"],
  ["words of Graphviz", "\\N \\G \\E <B>x</B>"],
  ["ends of elements", "]]></text></svg></script></template></style>"],
  ["what turns text around", "abc\u202edef"],
  ["control characters", "a\u0000\u0007\u001bb"],
  ["five hundred characters", "x".repeat(500)],
];

/** A network in which every name is this one. */
export function namedAll(name: string): Seen {
  return seen({
    "azurerm_vpn_site.bergen.name": name,
    "azurerm_virtual_hub.sdc.name": name,
    "azurerm_express_route_circuit.stockholm.name": name,
    "azurerm_express_route_circuit.stockholm.peering_location": name,
    "azurerm_virtual_wan.wan.name": name,
    "azurerm_virtual_hub_connection.app.name": name,
    "azurerm_vpn_gateway.sdc.name": name,
  });
}
