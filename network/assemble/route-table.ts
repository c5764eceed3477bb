import { childName, sameName, splitChildId } from "../arm-id";
import { DEFAULT_TABLE, NONE_TABLE } from "../built-in-tables";
import { type Items, type Ref, targetOf } from "../field";
import { type Block, pathOf, reasonOf } from "../fields/block";
import { type Sources, unknownOf } from "../fields/sources";
import { textField, textItems } from "../fields/typed-fields";
import { type Attribute, type Resource, UnknownAttribute } from "../resource";
import type { HubDraft, RouteTableDraft } from "./drafts";
import { hubOfChild } from "./hub-child";
import { Parts, referItems } from "./parts";

/** The route tables of all hubs: those that an input describes, those that an id names, and each hub's default one. */
export class RouteTables {
  private readonly described: Parts<RouteTableDraft>;
  private readonly undescribed = new Map<HubDraft, Map<string, RouteTableDraft>>();

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
    return [...this.described.all, ...[...this.undescribed.values()].flatMap((own) => [...own.values()])];
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
      const [what, child] = lead.reference.path;
      const name = what === "default_route_table_id" ? DEFAULT_TABLE : childName(child, "hubRouteTables");
      const hub = name === undefined ? undefined : this.hubs.of(lead.resource);
      return hub === undefined || name === undefined
        ? this.described.referTo(block, path, attribute)
        : { state: "resolved", path, to: this.named(hub, name) };
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
    return this.named(hub, DEFAULT_TABLE);
  }

  /** The table of a hub that has a name. */
  private named(hub: HubDraft, name: string): RouteTableDraft {
    const described = this.described.all.find(
      (one) => targetOf(one.hub) === hub && one.name.state === "known" && sameName(one.name.value, name),
    );
    return described ?? this.builtIn(hub, sameName(name, DEFAULT_TABLE) ? DEFAULT_TABLE : name);
  }

  /** A table that no input describes. */
  private builtIn(hub: HubDraft, name: string): RouteTableDraft {
    const own = this.undescribed.get(hub) ?? new Map<string, RouteTableDraft>();
    this.undescribed.set(hub, own);
    const made = own.get(name.toLowerCase()) ?? builtInTable(hub, name);
    own.set(name.toLowerCase(), made);
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

/** A table that Azure makes with every hub, or one that no input describes. Static routes in it are resources of their own. */
function builtInTable(hub: HubDraft, name: string): RouteTableDraft {
  const { input, standing, address } = hub.resource;
  const isDefault = name === DEFAULT_TABLE;
  const isKnown = isDefault || sameName(name, NONE_TABLE);
  const resource: Resource = {
    address: `${address}/hubRouteTables/${name}`,
    type: "azurerm_virtual_hub_route_table",
    standing: "outside",
    input,
    attributes: { name },
  };
  const unknown = { decidedBy: [resource.address] };
  const [label] = isDefault ? ["default"] : ["none"];
  return {
    resource,
    hub: { state: "resolved", path: "virtual_hub_id", to: hub },
    name: { state: "known", path: "name", value: name, written: false },
    isDefault,
    labels: isKnown
      ? { path: "labels", items: [{ state: "known", path: "labels[0]", value: label, written: false }] }
      : { path: "labels", items: [], unknown },
    routes: { path: "route", items: [], ...(isKnown && standing === "managed" ? {} : { unknown }) },
  };
}
