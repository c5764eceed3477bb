import type { Unknown } from "./field";

/** A line of a person's own code: TypeScript, YAML or HCL. Lines count from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** Files that resources were written in. They are read when a line is asked for, and not before. */
export interface WrittenLines {
  /**
   * The line of an attribute, such as `link[0].bgp[0].asn`; of the block around it where it isn't written; undefined where the
   * resource is in no file.
   */
  lineOf(resource: Resource, path: string): SourceLine | undefined;
}

/**
 * How a resource is known.
 *
 * - `managed`: the input creates it or keeps it, and it will exist after apply.
 * - `data`: a data source; it exists already and Terraform reads it.
 * - `outside`: something refers to it by id or by an expression, and no input describes it. All its fields are unknown.
 */
export type Standing = "managed" | "data" | "outside";

/** One Terraform resource instance: who it is, where it came from, and all that was read of it. */
export interface Resource {
  /** Full Terraform address, with module and instance key; for `outside`, the id or expression that names it. */
  readonly address: string;
  readonly type: string;
  readonly standing: Standing;
  /** The input that holds it, as the person named it: with `address`, this is unique. */
  readonly input: string;
  readonly constructPath?: string;
  readonly source?: SourceLine;
  /** Where the lines of its attributes are found, in a person's Terraform files. `source` goes before it. */
  readonly lines?: WrittenLines;
  /** It leaves Terraform with this change and stays in Azure as it was: `removed` without `destroy`. */
  readonly isForgotten?: true;
  /** What the change of its plan does to it; absent where that is nothing, or its input doesn't tell. */
  readonly change?: ResourceChange;
  /** What somebody has set in the body of azapi's and nobody reads: `body.properties.connections`. */
  readonly unmodelled?: readonly string[];
  /** Everything that was read, in Terraform's names. Secrets are gone: see {@link Secret}. */
  readonly attributes: AttributeObject;
}

/** What the change of a plan does to a resource that will be there. */
export interface ResourceChange {
  readonly action: "created" | "updated" | "replaced";
  /** Attributes that force it to be replaced, such as `bgp_enabled`, or what else does. */
  readonly forcedBy: readonly string[];
  /** Attributes that are other than before: `vpn_link[0].shared_key`. What they were isn't kept. */
  readonly changed: readonly string[];
  /** The names of its blocks before the change, in order: `{ link: ["over-ams", "over-fra"] }`. */
  readonly namesBefore: { readonly [block: string]: readonly string[] };
}

/** An object or block as read. */
export interface AttributeObject {
  readonly [name: string]: Attribute;
}

/** A value as read: JSON, or one of the three marks for what JSON can't say. */
export type Attribute =
  | string
  | number
  | boolean
  | null
  | readonly Attribute[]
  | AttributeObject
  | UnknownAttribute
  | Reference
  | Secret;

/**
 * The input doesn't tell this value. `computed`: nobody wrote it, the provider fills it in. `oneOf`: it is the id of one of these,
 * by elimination.
 */
export class UnknownAttribute {
  constructor(
    readonly unknown: Unknown,
    readonly computed: boolean = false,
    readonly oneOf?: readonly Reference[],
  ) {}
}

/** What stands for the expression of a reference that only elimination tells. */
export const BY_ELIMINATION = "by elimination";

/** The value is an attribute of another resource of the same input, such as `azurerm_vpn_site.a.link[0].id`. */
export class Reference {
  constructor(
    /** Full Terraform address of the instance that is referred to. */
    readonly address: string,
    /** The input that holds that instance: another one where stacks refer to each other. */
    readonly input: string,
    /** What of it: `["link", 0, "id"]`; `["id", "/hubRouteTables/none"]` is the id of what lies in it. */
    readonly path: readonly (string | number)[],
    /** The expression as written. */
    readonly expression: string,
  ) {}
}

/**
 * A secret, reduced while it is read to what rules need. The secret itself is in no `Network`.
 *
 * - `literal`: written in the clear; the facts about it are known.
 * - `sensitive`: from a value that Terraform treats as sensitive; the facts are known where the input holds the value.
 */
export class Secret {
  constructor(
    readonly from: "literal" | "sensitive",
    readonly facts?: SecretFacts,
  ) {}
}

/**
 * A value that Terraform treats as sensitive and that the plan tells, of an attribute that is no secret by its nature. Who
 * judges uses it and shows it nowhere. To everybody else it is a secret like any other: no picture, table or saved network
 * has it.
 */
export class SensitiveValue extends Secret {
  readonly #value: string | number | boolean;

  constructor(value: string | number | boolean) {
    super("sensitive");
    this.#value = value;
  }

  /** The value itself: to judge with, not to show. */
  reveal(): string | number | boolean {
    return this.#value;
  }
}

/** What rules need of a secret, and all that is kept of it. */
export interface SecretFacts {
  readonly length: number;
  /** Only printable ASCII, without space, hyphen and tilde, which Azure refuses in a pre-shared key. */
  readonly allowedCharacters: boolean;
  /** Only letters and digits, which is all that Azure takes in the key of an ExpressRoute peering. */
  readonly alphanumeric: boolean;
}

/** What remains of a secret whose text is at hand. The text itself goes no further. */
export function secretOf(from: "literal" | "sensitive", text: string): Secret {
  return new Secret(from, factsOf(text));
}

function factsOf(text: string): SecretFacts {
  // Azure counts UTF-16 code units or characters alike here: anything outside printable ASCII is refused anyway.
  return {
    length: text.length,
    allowedCharacters: /^[\x21-\x2c\x2e-\x7d]*$/.test(text),
    alphanumeric: /^[A-Za-z0-9]*$/.test(text),
  };
}

/** A value that stands for one that the input doesn't tell. */
export type Mark = UnknownAttribute | Reference | Secret;

export function isMark(value: Attribute | undefined): value is Mark {
  return value instanceof UnknownAttribute || value instanceof Reference || value instanceof Secret;
}

export function isList(value: Attribute | undefined): value is readonly Attribute[] {
  return Array.isArray(value);
}

/** Whether a value is an object or block, and none of the marks. */
export function isRecord(value: Attribute | undefined): value is AttributeObject {
  return typeof value === "object" && value !== null && !isList(value) && !isMark(value);
}
