import { listed, type Phrase, phrase } from "../network/facts/called/phrase";
import type { VirtualHub } from "../network/network";
import { choiceOf } from "../routes/choice";
import type { Decision, PrefixRoutes } from "../routes/decision";
import { NO_DOUBT } from "../routes/reach";
import type { RouteSource } from "../routes/source";
import { hears, type View } from "../routes/view";
import type { PathReason } from "./report";

/** Said where only a preference keeps traffic in a tunnel. */
export const CAVEAT =
  " ExpressRoute has the same prefix: Azure warns that such traffic goes out unencrypted, and blesses no preference against it.";

/** Why a packet goes where it goes, in a sentence. */
export function sentenceOf(reason: PathReason, { via, outcome, through }: Decision, hub: VirtualHub): Phrase {
  const others = new Set(via.map((one) => one.hub).filter((one) => one !== hub));
  const sentence = SENTENCES[reason](outcome === "clear");
  return [
    sentence,
    ...(others.size === 0 ? [] : [phrase` It goes by way of ${listed([...others].sort(byAddress))}.`]),
    ...(through.length === 0 ? [] : [phrase` On the way ${listed(through)} inspects it.`]),
  ];
}

function byAddress({ resource: a }: VirtualHub, { resource: b }: VirtualHub): number {
  return a.address < b.address ? -1 : 1;
}

const SENTENCES: { readonly [reason in PathReason]: (isClear: boolean) => string } = {
  "equal-prefix": () => "ExpressRoute and a tunnel have the same longest prefix, and ExpressRoute is taken.",
  "more-specific-on-expressroute": () => "ExpressRoute has a longer prefix than any tunnel.",
  "more-specific-on-vpn": () => "The tunnel has a longer prefix than ExpressRoute.",
  "not-advertised-over-vpn": () => "No tunnel on the private path has a route.",
  "internet-tunnel": () => "A tunnel takes it that isn't on the private path.",
  "encryption-off": () => "A tunnel takes it whose encryption is off.",
  "only-candidate": () => "It is the only route of the longest prefix.",
  spoke: () => "A spoke of the hub has the prefix.",
  "static-route": () => "A static route comes before all that is learned.",
  "local-over-remote": () => "The hub takes its own route before another hub's.",
  preference: (isClear) => `The hub's routing preference takes ${isClear ? "ExpressRoute" : "the tunnel"}.`,
  "as-path": () => "The shortest AS path decides.",
  shared: (isClear) => `Equal routes share the traffic${isClear ? ", and some of it is in the clear" : ""}.`,
  "no-route": () => "No route leads there.",
  "not-stated": () => "It can't be told what is advertised.",
  propagation: () => "It rests on which route tables hold its routes.",
  "routing-intent": () => "The next hop of a routing policy takes what only 0.0.0.0/0 holds.",
  "known-issue": () =>
    "Azure's known issue 12: another hub's route may win over the hub's own, whose AS path is two or more longer.",
  "own-route-table": () => "It can't be told which routes the spoke hears.",
  "own-addresses": () => "It is an address of the place itself.",
  "preferred-on-premises": () => "Azure advertises it on both paths, and on-premises routers prefer the tunnel.",
  "filtered-on-premises": () => "On-premises routers refuse to learn it over ExpressRoute.",
  "route-map": () => "Outbound route maps keep it off ExpressRoute.",
  "hub-prefix": () => "It is a hub's own prefix, in which tunnels end: it has to stay on ExpressRoute.",
  "only-on-expressroute": () => "No tunnel of the site carries it.",
  "only-in-tunnels": () => "No ExpressRoute connection of the WAN has it.",
};

/** The sentence of a reason that needs nothing else. */
export function plainSentence(reason: PathReason): string {
  return SENTENCES[reason](false);
}

/** Why a route isn't taken that holds the addresses too. */
export function whyNot(view: View, source: RouteSource, decision: Decision, chain: readonly PrefixRoutes[]): string {
  const own = chain.findLast(({ sources }) => sources.includes(source));
  if (own === undefined || decision.length === undefined) {
    return UNTOLD;
  }
  if (own.length < decision.length) {
    return "its prefix is shorter";
  }
  if (hears(view, source, own.length) === "no") {
    return source.hub === view.hub ? "it doesn't come into the route table" : UNTOLD;
  }
  return own.length > decision.length ? UNTOLD : STEPS[choiceOf(view, own, NO_DOUBT).step];
}

const UNTOLD = "its hub doesn't tell it to this one";

const STEPS: { readonly [step in ReturnType<typeof choiceOf>["step"]]: string } = {
  "only-candidate": UNTOLD,
  spoke: "a spoke of the hub comes first",
  "static-route": "a static route of the hub's table comes first",
  "local-over-remote": "the hub's own route comes before another hub's",
  preference: "the hub's routing preference is against it",
  "as-path": "its AS path is longer, or comes after in the hub's order",
  shared: "its hub chooses another route",
};
