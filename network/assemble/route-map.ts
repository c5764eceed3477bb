import type { Block } from "../fields/block";
import { blockItems, textField, textItems } from "../fields/typed-fields";
import type { RouteMap, RouteMapAction, RouteMapMatch, RouteMapParameter, RouteMapRule } from "../network";
import type { HubDraft } from "./drafts";
import { hubOfChild } from "./hub-child";
import type { Kind, Parts } from "./parts";

export function routeMapsOf(hubs: Parts<HubDraft>): Kind<RouteMap> {
  return {
    type: "azurerm_route_map",
    armType: "routeMaps",
    build: (block) => ({
      resource: block.resource,
      hub: hubOfChild(block, hubs, "routeMaps"),
      name: textField(block, "name"),
      rules: blockItems(block, "rule", rule),
    }),
  };
}

function rule(block: Block): RouteMapRule {
  return {
    path: block.path,
    name: textField(block, "name"),
    matches: blockItems(block, "match_criterion", match),
    actions: blockItems(block, "action", action),
    nextStep: textField(block, "next_step_if_matched", "Unknown"),
  };
}

function match(block: Block): RouteMapMatch {
  return { path: block.path, condition: textField(block, "match_condition"), ...selectors(block) };
}

function action(block: Block): RouteMapAction {
  return {
    path: block.path,
    type: textField(block, "type"),
    parameters: blockItems(block, "parameter", (parameter) => ({ path: parameter.path, ...selectors(parameter) })),
  };
}

function selectors(block: Block): Omit<RouteMapParameter, "path"> {
  return {
    prefixes: textItems(block, "route_prefix"),
    asPath: textItems(block, "as_path"),
    communities: textItems(block, "community"),
  };
}
