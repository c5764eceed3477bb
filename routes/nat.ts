import { containsPrefix } from "../address/prefix";
import { prefixesOf, prefixOfField } from "../network/facts/prefixes";
import { type Field, type Items, type Ref, targetOf, type Unknown, unknownsOf } from "../network/field";
import type { LinkConnection, NatRule } from "../network/network";
import { type Range, rangesOf } from "./covering";

/** What becomes of prefixes that are announced over a link with NAT rules. */
export interface Translated {
  /** What no rule touches. */
  readonly plain: Items<Field<string>>;
  /** What rules translate. Whether it is announced all the same no page says (inference: that can't be told). */
  readonly hidden: Items<Field<string>>;
  /** What is announced in its place. */
  readonly external: readonly Items<Field<string>>[];
  /** Whether all rules are known; else anything may be translated into anything. */
  readonly isCertain: boolean;
  /** What would tell whether what is hidden is there. */
  readonly unknowns: readonly Unknown[];
}

/**
 * What the hub learns of what a device announces over a link: with BGP route translation, the external mappings of the
 * link's ingress rules. Without it the gateway passes on what the device says, which has to be the external range itself.
 * Dynamic rules are the same here: that flows only begin on the internal side doesn't change where answers go.
 *
 * https://learn.microsoft.com/azure/virtual-wan/nat-rules-vpn-gateway
 */
export function translatedIn(link: LinkConnection, list: Items<Field<string>>): Translated | undefined {
  const nat = actingRules(link, link.ingressNatRules);
  if (nat === undefined) {
    return undefined;
  }
  const { rules, unknowns } = nat;
  const internal = rules.flatMap((rule) => prefixesOf(rule.internal).map(({ prefix }) => prefix));
  const isHidden = (field: Field<string>) => {
    const prefix = prefixOfField(field)?.prefix;
    return prefix !== undefined && (unknowns.length > 0 || internal.some((one) => containsPrefix(one, prefix)));
  };
  return {
    plain: { ...list, items: list.items.filter((field) => !isHidden(field)) },
    hidden: { path: list.path, items: list.items.filter(isHidden) },
    external: rules.map((rule) => rule.external),
    isCertain: unknowns.length === 0,
    unknowns: [...unknowns, ...rules.map(itself)],
  };
}

/**
 * Prefixes at which Azure reaches what is behind a link with ingress NAT rules. Without BGP route translation too: then the
 * device has to announce them, and where it doesn't, packets to them may go another way.
 */
export function externalOf({ ingressNatRules }: LinkConnection): Items<Field<string>>[] {
  return ingressNatRules.items.flatMap((ref) => targetOf(ref)?.external ?? []);
}

/** Addresses of Azure of which can't be told whether a link announces them as they are. */
export interface HiddenAddresses {
  /** Undefined: any. */
  readonly ranges: readonly Range[] | undefined;
  readonly unknowns: readonly Unknown[];
}

/**
 * The addresses that egress rules of a link translate: with BGP route translation, on-premises routers hear the external
 * mapping. Whether they hear the internal one too no page says.
 */
export function hiddenOut(link: LinkConnection): HiddenAddresses | undefined {
  const nat = actingRules(link, link.egressNatRules);
  if (nat === undefined) {
    return undefined;
  }
  const { rules, unknowns } = nat;
  const ranges = rules.flatMap((rule) => prefixesOf(rule.internal).flatMap(({ prefix }) => rangesOf(prefix)));
  return { ranges: unknowns.length > 0 ? undefined : ranges, unknowns: [...unknowns, ...rules.map(itself)] };
}

interface ActingRules {
  readonly rules: readonly NatRule[];
  /** Why there may be others, or none at all, or ones that translate anything. */
  readonly unknowns: readonly Unknown[];
}

/** The rules that change what is announced over a link; undefined where none does. */
function actingRules(link: LinkConnection, refs: Items<Ref<NatRule>>): ActingRules | undefined {
  const translation = targetOf(link.connection.gateway)?.bgpRouteTranslation;
  const isNamed = refs.items.length > 0 || refs.unknown !== undefined;
  if (!isNamed || (translation?.state === "known" && !translation.value) || translation?.state === "absent") {
    return undefined;
  }
  const rules = refs.items.flatMap((ref) => targetOf(ref) ?? []);
  const { gateway } = link.connection;
  const unknowns = [
    ...(refs.unknown === undefined ? [] : [refs.unknown]),
    ...refs.items.flatMap((ref) => (ref.state === "unknown" ? [ref.unknown] : [])),
    ...(translation?.state === "unknown" ? [translation.unknown] : []),
    ...(gateway.state === "unknown" ? [gateway.unknown] : []),
    ...rules.flatMap(({ internal, external }) => [...unknownsOf(internal), ...unknownsOf(external)]),
  ];
  return { rules, unknowns };
}

function itself({ resource }: NatRule): Unknown {
  return { decidedBy: [resource.address] };
}
