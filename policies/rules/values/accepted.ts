/** What the Azure provider, or Azure itself, accepts as the value of an attribute. */
export type Accepted = (
  | { readonly kind: "one of"; readonly values: readonly string[] }
  | { readonly kind: "range"; readonly least: number; readonly most: number; readonly whole: boolean }
) & {
  /** Where nobody writes it, Terraform's state may hold an empty text or 0. */
  readonly optional: boolean;
  /** Azure alone demands it, and the provider takes anything. Azure doesn't mind the case of letters. */
  readonly byAzure?: true;
};

/**
 * The accepted values of a resource type, by path inside it: `vpn_link.ipsec_policy.dh_group`. An attribute that is a
 * list holds such values.
 */
export interface AcceptedValues {
  readonly [path: string]: Accepted;
}

/** One of some words; their letters count. */
export function oneOf(...values: readonly string[]): Accepted {
  return { kind: "one of", values, optional: false };
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most = Number.POSITIVE_INFINITY): Accepted {
  return { kind: "range", least, most, whole: true, optional: false };
}

/** A number of at least `least`, whole or not. */
export function atLeast(least: number): Accepted {
  return { kind: "range", least, most: Number.POSITIVE_INFINITY, whole: false, optional: false };
}

/** The same of an attribute of which a state may hold an empty text or 0 where nobody writes it. */
export function optional(accepted: Accepted): Accepted {
  return { ...accepted, optional: true };
}

/** The same of what the provider takes and Azure refuses. */
export function demandedByAzure(accepted: Accepted): Accepted {
  return { ...accepted, byAzure: true };
}

/** `AES256, AES128 or None`; `a whole number from 300 to 172799`. */
export function wordingOf(accepted: Accepted): string {
  if (accepted.kind === "one of") {
    const { values } = accepted;
    return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
  }
  const number = accepted.whole ? "a whole number" : "a number";
  return Number.isFinite(accepted.most)
    ? `${number} from ${accepted.least} to ${accepted.most}`
    : `${number} of at least ${accepted.least}`;
}
