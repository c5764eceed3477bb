import type { Field, Items } from "./field";

export interface RouteMapRule {
  readonly path: string;
  readonly name: Field<string>;
  readonly matches: Items<RouteMapMatch>;
  readonly actions: Items<RouteMapAction>;
  /** `Continue`, `Terminate` or `Unknown` (the provider's default). */
  readonly nextStep: Field<string>;
}

export interface RouteMapMatch {
  readonly path: string;
  readonly condition: Field<string>;
  readonly prefixes: Items<Field<string>>;
  readonly asPath: Items<Field<string>>;
  readonly communities: Items<Field<string>>;
}

export interface RouteMapAction {
  readonly path: string;
  readonly type: Field<string>;
  readonly parameters: Items<RouteMapParameter>;
}

export interface RouteMapParameter {
  readonly path: string;
  readonly prefixes: Items<Field<string>>;
  readonly asPath: Items<Field<string>>;
  readonly communities: Items<Field<string>>;
}
