/**
 * Why a value can't be known from the input, and what would decide it.
 * Nothing unknown ever passes silently: a rule that needs such a value answers "undecided" and names `decidedBy`.
 */
export interface Unknown {
  /**
   * Terraform addresses that would decide the value: `terraform_data.ipam.output`, `var.asn`, a resource id. Never
   * empty: where the input names nothing else, it is the attribute itself.
   */
  readonly decidedBy: readonly string[];
  /** The expression as the input has it, where it has one. Never holds a secret. */
  readonly expression?: string;
}

const MADE = "the folder that made ";

/** What would decide a value that a plan leaves open, where the Terraform isn't at hand that made it. */
export function folderThatMade(input: string): string {
  return `${MADE}${input}`;
}

/** The folder that would decide an unknown value. */
export function folderIn({ decidedBy }: Unknown): string | undefined {
  return decidedBy.find((decider) => decider.startsWith(MADE));
}

/** What a folder tells isn't known before that, so the folder is all that is asked for. */
export function firstToKnow(unknown: Unknown): Unknown {
  const folder = folderIn(unknown);
  return folder === undefined ? unknown : { ...unknown, decidedBy: [folder] };
}

/**
 * One attribute of one resource, as far as the input tells it.
 *
 * - `known`: `written` is false where nobody wrote it and the provider's documented default holds.
 * - `unknown`: somebody wrote it, but only Azure or a later step can tell its value.
 * - `absent`: nobody wrote it and there is no default.
 */
export type Field<T> =
  | { readonly state: "known"; readonly path: string; readonly value: T; readonly written: boolean }
  | { readonly state: "unknown"; readonly path: string; readonly unknown: Unknown }
  | { readonly state: "absent"; readonly path: string };

/** A list of attributes or blocks. `unknown` is set where there may be more than `items` shows. */
export interface Items<T> {
  readonly path: string;
  readonly items: readonly T[];
  readonly unknown?: Unknown;
}

/** What an attribute refers to: another resource of the network, something that can't be told, or nothing. */
export type Ref<T> =
  | { readonly state: "resolved"; readonly path: string; readonly to: T }
  | { readonly state: "unknown"; readonly path: string; readonly unknown: Unknown }
  | { readonly state: "absent"; readonly path: string };

/** The value of a known field, else undefined. */
export function knownValue<T>(field: Field<T>): T | undefined {
  return field.state === "known" ? field.value : undefined;
}

/** The values of all known fields of a list. */
export function knownValues<T>(list: Items<Field<T>>): T[] {
  return list.items.flatMap((field) => (field.state === "known" ? [field.value] : []));
}

/** Every reason why a list isn't wholly known: the list itself, and its unknown elements. */
export function unknownsOf<T>(list: Items<Field<T>>): Unknown[] {
  const unknowns = list.unknown === undefined ? [] : [list.unknown];
  for (const field of list.items) {
    if (field.state === "unknown") {
      unknowns.push(field.unknown);
    }
  }
  return unknowns;
}

/** What a resolved reference leads to, else undefined. */
export function targetOf<T>(ref: Ref<T>): T | undefined {
  return ref.state === "resolved" ? ref.to : undefined;
}
