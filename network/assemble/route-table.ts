import { sameName, splitChildId } from "../arm-id";
import type { Items, Ref } from "../field";
import { type Block, pathOf, reasonOf } from "../fields/block";
import { type Sources, unknownOf } from "../fields/sources";
import { textField, textItems } from "../fields/typed-fields";
import { type Attribute, type Resource, UnknownAttribute } from "../resource";
import type { HubDraft, RouteTableDraft } from "./drafts";
import { hubOfChild } from "./hub-child";
import { Parts, referItems } from "./parts";

const DEFAULT_TABLE = "defaultRouteTable";

/** The route tables of all hubs: those that an input describes, those that an id names, and each hub's default one. */
export class RouteTables {
  private readonly described: Parts<RouteTableDraft>;
  private readonly defaults = new Map<HubDraft, RouteTableDraft>();

  constructor(
    private readonly sources: Sources,
    private readonly hubs: Parts<HubDraft>,
  ) {
    this.described = new Parts(sources, {
      type: "azurerm_virtual_hub_route_table",
      armType: "hubRouteTables",
      build: (block) => table(block, hubs),
    });
  }

  get all(): readonly RouteTableDraft[] {
    return [...this.described.all, ...this.defaults.values()];
  }

  /** What an id attribute of a block refers to. */
  refer(block: Block, name: string): Ref<RouteTableDraft> {
    return this.referTo(block, pathOf(block, name), block.attributes[name]);
  }

  /** What each id of a list refers to. */
  referAll(block: Block, name: string): Items<Ref<RouteTableDraft>> {
    return referItems(block, name, (path, attribute) => this.referTo(block, path, attribute));
  }

  private referTo(block: Block, path: string, attribute: Attribute | undefined): Ref<RouteTableDraft> {
    const lead = this.sources.target(attribute);
    if (lead.kind === "elsewhere") {
      return { state: "unknown", path, unknown: unknownOf(lead.reference) };
    }
    if (lead.kind === "resource") {
      // What a plan doesn't tell of a hub can only be this, where a route table is asked for.
      const { path: what } = lead.reference;
      const isDefault = what.length === 0 || what[0] === "default_route_table_id";
      const hub = isDefault ? this.hubs.of(lead.resource) : undefined;
      return hub === undefined
        ? this.described.referTo(block, path, attribute)
        : { state: "resolved", path, to: this.defaultOf(hub) };
    }
    const { value } = lead;
    if (value instanceof UnknownAttribute) {
      // Not a part of its own: nothing says whether it is the default table, which is what rules ask.
      const unknown = reasonOf(block, path, value);
      return unknown === undefined ? { state: "absent", path } : { state: "unknown", path, unknown };
    }
    const split = typeof value === "string" ? splitChildId(value, "hubRouteTables") : undefined;
    if (typeof value === "string" && split !== undefined && sameName(split.name, DEFAULT_TABLE)) {
      return this.defaultById(block, path, value, split.parent);
    }
    return this.described.referTo(block, path, attribute);
  }

  private defaultById(block: Block, path: string, id: string, hubId: string): Ref<RouteTableDraft> {
    const known = this.sources.withId(id);
    const described = known === undefined || known === "ambiguous" ? undefined : this.described.of(known);
    if (described !== undefined) {
      return { state: "resolved", path, to: described };
    }
    const hub = this.hubs.byId(block, path, hubId);
    return hub.state === "resolved" ? { state: "resolved", path, to: this.defaultOf(hub.to) } : hub;
  }

  private defaultOf(hub: HubDraft): RouteTableDraft {
    const known = this.defaults.get(hub);
    if (known !== undefined) {
      return known;
    }
    const made = defaultTable(hub);
    this.defaults.set(hub, made);
    return made;
  }
}

function table(block: Block, hubs: Parts<HubDraft>): RouteTableDraft {
  const name = textField(block, "name");
  return {
    resource: block.resource,
    hub: hubOfChild(block, hubs, "hubRouteTables"),
    name,
    isDefault: name.state === "known" && sameName(name.value, DEFAULT_TABLE),
    labels: textItems(block, "labels"),
    routes: { path: "route", items: [] },
  };
}

/** The table that Azure makes with every hub. Static routes in it are resources of their own. */
function defaultTable(hub: HubDraft): RouteTableDraft {
  const { input, standing, address } = hub.resource;
  const resource: Resource = {
    address: `${address}/hubRouteTables/${DEFAULT_TABLE}`,
    type: "azurerm_virtual_hub_route_table",
    standing: "outside",
    input,
    attributes: { name: DEFAULT_TABLE },
  };
  const routes: RouteTableDraft["routes"] = { path: "route", items: [] };
  return {
    resource,
    hub: { state: "resolved", path: "virtual_hub_id", to: hub },
    name: { state: "known", path: "name", value: DEFAULT_TABLE, written: false },
    isDefault: true,
    labels: { path: "labels", items: [{ state: "known", path: "labels[0]", value: "default", written: false }] },
    routes: standing === "managed" ? routes : { ...routes, unknown: { decidedBy: [resource.address] } },
  };
}
