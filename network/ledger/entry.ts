/** What is made of a Terraform type, or of a type of Azure Resource Manager. */
export type TypeEntry = Judged | Seen | WithoutEffect;

/** Read into the network, attribute by attribute. */
export interface Judged {
  readonly kind: "judged";
  /** What it could do beside what is judged, in words that follow "it could". */
  readonly could?: string;
}

/** No rule speaks of it, and it could change what rules speak of: the report names it. */
export interface Seen {
  readonly kind: "seen";
  /** What it could do, in words that follow "it could". */
  readonly could: string;
}

/** Nothing about it changes addresses, routes, encryption or availability of such a network. */
export interface WithoutEffect {
  readonly kind: "without effect";
  readonly because: string;
}

/** Types with one reason. */
export type Reasoned = readonly (readonly [because: string, ...types: string[]])[];

export function withoutEffect(table: Reasoned): [string, WithoutEffect][] {
  return table.flatMap(([because, ...types]) =>
    types.map((type): [string, WithoutEffect] => [type, { kind: "without effect", because }]),
  );
}
