import { RouteAction, type RouteMapRule, RouteMatch } from "../lib/routing/route-map-rule";
import type { RouteMapDescription } from "./schema/routing";

type Rule = Exclude<RouteMapDescription, { existing: unknown }>["rules"][number];
type Match = NonNullable<Rule["matches"]>[number];
type Action = NonNullable<Rule["actions"]>[number];

/** A rule of a route map, as the constructs have it. */
export function ruleFrom({ name, nextStep, matches, actions }: Rule): RouteMapRule {
  return {
    name,
    nextStep,
    ...(matches === undefined ? {} : { matches: matches.map(matchFrom) }),
    ...(actions === undefined ? {} : { actions: actions.map(actionFrom) }),
  };
}

function matchFrom(match: Match): RouteMatch {
  if ("prefixes" in match) {
    return RouteMatch.prefixes(match.condition, match.prefixes);
  }
  return "asPath" in match
    ? RouteMatch.asPath(match.condition, match.asPath)
    : RouteMatch.communities(match.condition, match.communities);
}

function actionFrom(action: Action): RouteAction {
  if (action === "drop") {
    return RouteAction.drop();
  }
  if ("replacePrefix" in action) {
    return RouteAction.replacePrefix(action.replacePrefix);
  }
  if ("prependAsPath" in action) {
    return RouteAction.prependAsPath(action.prependAsPath);
  }
  if ("replaceAsPath" in action) {
    return RouteAction.replaceAsPath(action.replaceAsPath);
  }
  if ("addCommunities" in action) {
    return RouteAction.addCommunities(action.addCommunities);
  }
  return "replaceCommunities" in action
    ? RouteAction.replaceCommunities(action.replaceCommunities)
    : RouteAction.removeCommunities(action.removeCommunities);
}
