import { type Blocks, blocksOf as blockTypesOf } from "../../../network/input/blocks";
import { listOf, type Tree, treeOf, type Value } from "./deletions";

/**
 * The plan that Terraform makes of a configuration in JSON before any of it exists, in the shape of
 * `terraform show -json`. Resources stand there once each, without count, for_each and modules; an expression is one
 * reference, to a variable or to an attribute of another resource. Attributes that nobody writes are left out, where
 * Terraform has nulls and the provider's defaults.
 */
export function planOf(configuration: Tree): Tree {
  const declared = treeOf(configuration.variable);
  const reader = new Expressions(configuration);
  const resources = Object.entries(treeOf(configuration.resource)).flatMap(([type, named]) =>
    Object.entries(treeOf(named)).map(([name, body]) => resourceOf(reader, type, name, treeOf(body))),
  );
  const outputs = Object.entries(treeOf(configuration.output)).map(([name, body]) => ({
    name,
    value: treeOf(body).value ?? null,
  }));
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    variables: treeFrom(Object.keys(declared).map((name) => [name, { value: reader.variable(name) }])),
    planned_values: {
      outputs: treeFrom(outputs.map(({ name, value }) => [name, { sensitive: false, value }])),
      root_module: { resources: resources.map(({ planned }) => planned) },
    },
    resource_changes: resources.map(({ change }) => change),
    output_changes: treeFrom(
      outputs.map(({ name, value }) => [
        name,
        { actions: ["create"], before: null, after: value, after_unknown: false, after_sensitive: false },
      ]),
    ),
    configuration: {
      root_module: {
        outputs: treeFrom(outputs.map(({ name, value }) => [name, { expression: { constant_value: value } }])),
        resources: resources.map(({ configured }) => configured),
        variables: treeFrom(
          Object.entries(declared).map(([name, body]) => [name, treeOf(body).sensitive ? { sensitive: true } : {}]),
        ),
      },
    },
    applyable: true,
    complete: true,
    errored: false,
  };
}

function resourceOf(reader: Expressions, type: string, name: string, body: Tree) {
  const named = { address: `${type}.${name}`, mode: "managed", type, name };
  const { after, unknown, sensitive, expressions } = reader.object(body, blockTypesOf(type));
  const after_unknown = { ...unknown, id: true, ...(type === "azurerm_virtual_hub" ? HUB_COMPUTED : {}) };
  return {
    planned: { ...named, values: after, sensitive_values: sensitive },
    change: {
      ...named,
      change: {
        actions: ["create"],
        before: null,
        after,
        after_unknown,
        before_sensitive: false,
        after_sensitive: sensitive,
      },
    },
    configured: { ...named, provider_config_key: "azurerm", expressions, schema_version: 0 },
  };
}

const HUB_COMPUTED: Tree = { default_route_table_id: true, virtual_router_asn: true, virtual_router_ips: true };

/** What a plan says of an object: its values, what of them is unknown and what is sensitive, and how it is written. */
interface Said {
  readonly after: Tree;
  readonly unknown: Tree;
  readonly sensitive: Tree;
  readonly expressions: Tree;
}

class Expressions {
  constructor(private readonly configuration: Tree) {}

  variable(name: string): Value {
    return treeOf(treeOf(this.configuration.variable)[name]).default ?? `value of ${name}`;
  }

  object(body: Tree, blocks: Blocks): Said {
    const said: Said = { after: {}, unknown: {}, sensitive: {}, expressions: {} };
    for (const [name, value] of Object.entries(body)) {
      const block = blocks[name];
      if (block === undefined) {
        this.attribute(said, name, value);
      } else {
        const inner = (Array.isArray(value) ? value : [value]).map((one) => this.object(treeOf(one), block.blocks));
        said.after[name] = inner.map((one) => one.after);
        said.unknown[name] = inner.map((one) => (name === "link" ? { ...one.unknown, id: true } : one.unknown));
        said.sensitive[name] = inner.map((one) => one.sensitive);
        said.expressions[name] = inner.map((one) => one.expressions);
      }
    }
    return said;
  }

  private attribute({ after, unknown, sensitive, expressions }: Said, name: string, value: Value): void {
    const list = listOf(value).map(referenceIn);
    const [reference] = list.length > 0 ? list : [referenceIn(value)];
    const named = (list.length > 0 ? list : [reference]).flatMap((one) => (one === undefined ? [] : beginningsOf(one)));
    expressions[name] = named.length === 0 ? { constant_value: value } : { references: named };
    const known = list.length > 0 && named.length > 0 ? undefined : this.known(reference, value);
    if (known === undefined) {
      unknown[name] = true;
    } else {
      after[name] = known;
    }
    if (reference?.startsWith("var.") && this.isSensitive(reference.slice(4))) {
      sensitive[name] = true;
    }
  }

  /** The value of an expression; undefined where it is known after apply only. */
  private known(reference: string | undefined, value: Value): Value | undefined {
    if (reference === undefined) {
      return value;
    }
    if (reference.startsWith("var.")) {
      return this.variable(reference.slice(4));
    }
    const [type = "", name = "", attribute = ""] = reference.split(".");
    return treeOf(treeOf(treeOf(this.configuration.resource)[type])[name])[attribute];
  }

  private isSensitive(name: string): boolean {
    return treeOf(treeOf(this.configuration.variable)[name]).sensitive === true;
  }
}

/** The reference that a text is as a whole: `${azurerm_vpn_site.hq.link[0].id}`. */
function referenceIn(value: Value): string | undefined {
  return typeof value === "string" ? /^\$\{([^{}]*)\}$/.exec(value)?.[1] : undefined;
}

/** A reference with its beginnings, as Terraform lists them: of a resource down to `type.name`, of a variable itself. */
function beginningsOf(reference: string): string[] {
  if (reference.startsWith("var.")) {
    return [reference];
  }
  const cuts = [...reference.matchAll(/[.[]/g)].map(({ index }) => index).filter((_, order) => order > 0);
  return [reference, ...cuts.reverse().map((cut) => reference.slice(0, cut))];
}

function treeFrom(entries: readonly (readonly [string, Value])[]): Tree {
  return Object.fromEntries(entries);
}
