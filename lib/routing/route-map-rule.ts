import { Token, Tokenization } from "cdktf";
import { type Complaints, literalItems } from "../terraform/complaints";
import type { OrToken } from "../terraform/or-token";

/** How a route compares to what a match lists. `Contains`: a prefix within one of these, or any one of these. */
export const MATCH_CONDITIONS = ["Contains", "Equals"] as const;
export type MatchCondition = (typeof MATCH_CONDITIONS)[number];

/** What happens to a route once a rule has matched it: on to the next rule, or no rule more. */
export const NEXT_STEPS = ["Continue", "Terminate"] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** One rule of a route map. */
export interface RouteMapRule {
  /** Name of the rule, unique in its map. */
  readonly name: string;
  /**
   * Which routes the rule is for: those that all of these match.
   * @default every route
   */
  readonly matches?: readonly RouteMatch[];
  /**
   * What is done to them.
   * @default nothing: with `Terminate`, the rule lets them pass as they are
   */
  readonly actions?: readonly RouteAction[];
  /** What happens to a route that the rule matched. Azure's own default is neither, so it has to be said. */
  readonly nextStep: OrToken<NextStep>;
}

/** What a match or an action names: one of the three. In the words that the provider's blocks share. */
interface Named {
  readonly routePrefix?: string[];
  readonly asPath?: string[];
  readonly community?: string[];
}

type Check = (complaints: Complaints, property: string) => void;

/** Which routes a rule is for. */
export class RouteMatch {
  /** Routes by prefix. `Contains`: these prefixes and all within them, but nothing that covers them. */
  static prefixes(condition: OrToken<MatchCondition>, prefixes: readonly string[]): RouteMatch {
    return new RouteMatch(condition, { routePrefix: [...prefixes] }, prefixCheck(prefixes));
  }

  /** Routes by AS path. `Contains`: any of these is on the path; `Equals`: these in this order, and no other. */
  static asPath(condition: OrToken<MatchCondition>, asns: readonly number[]): RouteMatch {
    return new RouteMatch(condition, { asPath: asTexts(asns) }, asnCheck(asns));
  }

  /** Routes by BGP community, such as `65010:100`. `Contains`: any of these; `Equals`: all of these. */
  static communities(condition: OrToken<MatchCondition>, communities: readonly string[]): RouteMatch {
    return new RouteMatch(condition, { community: [...communities] }, communityCheck(communities));
  }

  private constructor(
    private readonly condition: OrToken<MatchCondition>,
    private readonly named: Named,
    private readonly checkNamed: Check,
  ) {}

  /** Adds what is wrong with it to the complaints of its route map. @internal */
  check(complaints: Complaints, property: string): void {
    complaints.oneOf(`${property}.condition`, this.condition, MATCH_CONDITIONS);
    this.checkNamed(complaints, property);
  }

  /** The `match_criterion` block. @internal */
  toTerraform(): Named & { readonly matchCondition: string } {
    return { matchCondition: Token.asString(this.condition), ...this.named };
  }
}

/** What a rule does to the routes that it is for. */
export class RouteAction {
  /** The route is neither learned nor advertised. */
  static drop(): RouteAction {
    return new RouteAction("Drop", undefined, () => {});
  }

  /** Summarizes: the route becomes one for this prefix, and loses its AS path and communities. */
  static replacePrefix(prefix: string): RouteAction {
    return new RouteAction("Replace", { routePrefix: [prefix] }, prefixCheck([prefix]));
  }

  /** Puts ASNs before the AS path, which makes the route less preferred: 2-byte, neither private nor reserved. */
  static prependAsPath(asns: readonly number[]): RouteAction {
    return new RouteAction("Add", { asPath: asTexts(asns) }, asnCheck(asns));
  }

  /** Puts ASNs in the place of the AS path. */
  static replaceAsPath(asns: readonly number[]): RouteAction {
    return new RouteAction("Replace", { asPath: asTexts(asns) }, asnCheck(asns));
  }

  /** Adds BGP communities, such as `65010:100`. */
  static addCommunities(communities: readonly string[]): RouteAction {
    return new RouteAction("Add", { community: [...communities] }, communityCheck(communities));
  }

  /** Puts BGP communities in the place of those that the route has. */
  static replaceCommunities(communities: readonly string[]): RouteAction {
    return new RouteAction("Replace", { community: [...communities] }, communityCheck(communities));
  }

  /** Takes BGP communities away. */
  static removeCommunities(communities: readonly string[]): RouteAction {
    return new RouteAction("Remove", { community: [...communities] }, communityCheck(communities));
  }

  private constructor(
    private readonly type: "Add" | "Drop" | "Remove" | "Replace",
    private readonly named: Named | undefined,
    /** Adds what is wrong with it to the complaints of its route map. @internal */
    readonly check: Check,
  ) {}

  /** The `action` block. @internal */
  toTerraform(): { readonly type: string; readonly parameter?: Named[] } {
    return { type: this.type, ...(this.named === undefined ? {} : { parameter: [this.named] }) };
  }
}

/** The `rule` block of a route map. */
export function ruleBlock({ name, matches, actions, nextStep }: RouteMapRule) {
  return {
    name,
    matchCriterion: (matches ?? []).map((match) => match.toTerraform()),
    action: (actions ?? []).map((action) => action.toTerraform()),
    nextStepIfMatched: Token.asString(nextStep),
  };
}

/** Adds what is wrong with a rule to the complaints of its route map. */
export function checkRule(complaints: Complaints, property: string, rule: RouteMapRule): void {
  complaints.notEmpty(`${property}.name`, rule.name);
  complaints.oneOf(`${property}.nextStep`, rule.nextStep, NEXT_STEPS);
  for (const [index, match] of (rule.matches ?? []).entries()) {
    match.check(complaints, `${property}.matches[${index}]`);
  }
  for (const [index, action] of (rule.actions ?? []).entries()) {
    action.check(complaints, `${property}.actions[${index}]`);
  }
}

function prefixCheck(prefixes: readonly string[]): Check {
  return (complaints, property) => {
    complainOfNone(complaints, property, prefixes, "prefix");
    complaints.prefixes(`${property}.prefixes`, prefixes);
  };
}

function asnCheck(asns: readonly number[]): Check {
  return (complaints, property) => {
    complainOfNone(complaints, property, asns, "ASN");
    complaints.asns(`${property}.asns`, asns);
  };
}

function communityCheck(communities: readonly string[]): Check {
  return (complaints, property) => {
    complainOfNone(complaints, property, communities, "community");
    for (const [index, community] of literalItems(communities)) {
      const halves = /^(\d{1,5}):(\d{1,5})$/.exec(community)?.slice(1).map(Number) ?? [];
      if (halves.length !== 2 || halves.some((half) => half > 65535)) {
        complaints.add(
          `${property}.communities[${index}]: ${JSON.stringify(community)} is no BGP community such as "65010:100"`,
        );
      }
    }
  };
}

function complainOfNone(complaints: Complaints, property: string, list: readonly unknown[], what: string): void {
  if (list.length === 0) {
    complaints.add(`${property}: it names no ${what}`);
  }
}

/** ASNs as the texts that the provider takes; number tokens have to be told so. */
function asTexts(asns: readonly number[]): string[] {
  return Token.isUnresolved(asns) ? Token.asList(asns) : asns.map((asn) => Tokenization.stringifyNumber(asn));
}
