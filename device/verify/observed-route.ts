import { phrase } from "../../network/facts/called/phrase";
import type { VirtualHub } from "../../network/network";
import { at } from "../../network/place";
import type { Judgement } from "../../policies/rules/rule";
import type { ObservedRoute, ObservedRoutes } from "../azure/observations";
import { judgeAdvertised } from "./observed-advertised";
import { differs, type ObservedJudge, toldBy, untold } from "./observed-rule";
import { type PredictedRoute, type PredictedWan, predictedWans } from "./predicted-routes";
import { hubOfRoutes } from "./whose-routes";

/**
 * Predicted routes against observed ones, prefix by prefix. Reports sort what is said of one place by its text: what sends
 * packets in the clear begins with the prefix, and so comes before what begins with the hub.
 */
export const judgeRoutes: ObservedJudge = function* ({ network, observed }) {
  const files = observed.flatMap((one) => (one.kind === "effective" ? [{ one, hub: hubOfRoutes(one, network) }] : []));
  for (const wan of predictedWans(network)) {
    for (const hub of wan.group.hubs) {
      const own = files.filter((file) => file.hub === hub);
      for (const { one } of own) {
        yield* judgeHub(wan, hub, one);
      }
      if (own.length === 0) {
        yield untold(at(hub), [toldBy("az network vhub get-effective-routes")], {
          message: phrase`no file tells which routes ${hub} has`,
          remedy:
            "Hand over what az network vhub get-effective-routes prints for its default route table (--resource-type RouteTable), with --azure.",
        });
      }
    }
  }
  yield* judgeAdvertised(network, observed);
};

function* judgeHub(wan: PredictedWan, hub: VirtualHub, { routes, path }: ObservedRoutes): Iterable<Judgement> {
  const predicted = wan.at(hub);
  const byText = new Map<string, ObservedRoute[]>();
  for (const route of routes) {
    byText.set(route.prefix.text, [...(byText.get(route.prefix.text) ?? []), route]);
  }
  for (const one of predicted) {
    const seen = byText.get(one.text) ?? [];
    yield* seen.length === 0 ? missing(hub, one, path, routes) : compared(hub, one, seen, path);
  }
  const known = new Set(predicted.map(({ text }) => text));
  const tunnels = predicted.filter(({ decision }) => decision.outcome === "encrypted");
  for (const [text, seen] of byText) {
    if (!known.has(text)) {
      yield* extra(hub, seen, tunnels, path);
    }
  }
}

function* missing(
  hub: VirtualHub,
  { text, first, last, decision, hops }: PredictedRoute,
  file: string,
  routes: readonly ObservedRoute[],
): Iterable<Judgement> {
  if (decision.outcome === "undecided") {
    return;
  }
  const around = routes
    .filter(({ prefix, hop }) => hop === "expressroute" && Number(prefix.first) <= first && last <= Number(prefix.last))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
  const isClear = decision.outcome === "encrypted" && around !== undefined;
  yield differs(at(hub), {
    message: isClear
      ? phrase`${text} has no route through a tunnel at ${hub}, which was predicted: packets take ${around.prefix.text} over ExpressRoute, in the clear`
      : phrase`${hub} has no route of ${text}, which was predicted over ${wordsOf(hops)}`,
    remedy: hops.has("tunnel")
      ? "See whether the tunnel's BGP session is up, and what the device announces."
      : "See whether the connection is there, and what is announced over it.",
    evidence: { prefix: text, predicted: wordsOf(hops), file },
  });
}

function* compared(
  hub: VirtualHub,
  { text, decision, hops }: PredictedRoute,
  seen: readonly ObservedRoute[],
  file: string,
): Iterable<Judgement> {
  const found = new Set(seen.map(({ hop }) => hop));
  const words = seen
    .map(({ hop, hopName }) => (hop === undefined ? hopName || "another next hop" : WORDS[hop]))
    .join(" and ");
  const evidence = { prefix: text, predicted: wordsOf(hops), observed: words, file };
  if (decision.outcome === "undecided") {
    yield untold(at(hub), unknownsOf(decision.unknowns, decision), {
      message: phrase`${hub} takes ${text} over ${words}, and which path it should take can't be predicted`,
      remedy: "Supply the values that decide it.",
      evidence,
    });
  } else if ([...found].some((hop) => hop !== undefined && !hops.has(hop))) {
    const isClear = found.has("expressroute") && decision.outcome === "encrypted";
    yield differs(at(hub), {
      message: isClear
        ? phrase`${text} goes over ${words} from ${hub}, unencrypted, and was predicted to go over ${wordsOf(hops)}`
        : phrase`${hub} takes ${text} over ${words}, and was predicted to take it over ${wordsOf(hops)}`,
      remedy: "See what is advertised on both paths, and whether the tunnel is up.",
      evidence,
    });
    // What inspects packets on their way is the next hop then, as was predicted.
  } else if (found.has(undefined) && !hops.has(undefined) && decision.through.length === 0) {
    yield untold(at(hub), [toldBy(`${file}: nextHopType`)], {
      message: phrase`${hub} takes ${text} over ${words}, which may or may not be ${wordsOf(hops)}`,
      remedy: "Look at the next hop in the portal.",
      evidence,
    });
  }
}

function unknownsOf(unknowns: PredictedRoute["decision"]["unknowns"], { via }: PredictedRoute["decision"]) {
  const all = [...unknowns, ...via.flatMap((one) => [...one.carriageUnknowns, ...one.asPathUnknowns])];
  return all.length > 0 ? all : [toldBy("network_intent")];
}

/** A route that nobody predicted. One over ExpressRoute inside a tunnel's prefix takes traffic past the tunnel. */
function* extra(
  hub: VirtualHub,
  seen: readonly ObservedRoute[],
  tunnels: readonly PredictedRoute[],
  file: string,
): Iterable<Judgement> {
  for (const { prefix, hop, hopName, asPath } of seen) {
    const passed = tunnels.find(({ first, last }) => first <= Number(prefix.first) && Number(prefix.last) <= last);
    const words = hop === undefined ? hopName || "another next hop" : WORDS[hop];
    const isPast = passed !== undefined && hop !== "tunnel" && hop !== "spoke";
    yield differs(at(hub), {
      message: isPast
        ? phrase`${prefix.text} goes over ${words} from ${hub}, past the tunnel that ${passed.text} was predicted over`
        : phrase`${hub} has a route of ${prefix.text} over ${words} that was not predicted`,
      remedy: isPast
        ? "Take the prefix off that path, or drop it there by an inbound route map."
        : "State it in intent, or hand over the input that brings it.",
      evidence: { prefix: prefix.text, observed: words, asPath: asPath.map(Number), file },
      ...(isPast ? {} : { level: "note" as const }),
    });
  }
}

const WORDS = {
  tunnel: "VPN",
  expressroute: "ExpressRoute",
  spoke: "a spoke's connection",
  hub: "another hub",
} as const;

function wordsOf(hops: PredictedRoute["hops"]): string {
  return [...hops].map((hop) => (hop === undefined ? "another next hop" : WORDS[hop])).join(" or ");
}
