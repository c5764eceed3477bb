import { TerraformVariable, Token } from "cdktf";
import { RouteMap } from "../../../lib/routing/route-map";
import { RouteAction, type RouteMapRule, RouteMatch } from "../../../lib/routing/route-map-rule";
import { hubIn, NETWORK } from "../a-hub";
import { complaintsOf, emptyStack, reference, resourceOf } from "../terraform";

function mapWith(rules: readonly RouteMapRule[], stack = emptyStack()) {
  hubIn(stack).addRouteMap("map", { name: "only-underlay", rules });
  return resourceOf(stack, "azurerm_route_map");
}

test("rules stand in the order in which they are given", () => {
  expect(
    mapWith([
      { name: "underlay", matches: [RouteMatch.prefixes("Equals", ["10.0.0.0/24"])], nextStep: "Terminate" },
      { name: "rest", actions: [RouteAction.drop()], nextStep: "Terminate" },
    ]),
  ).toEqual({
    name: "only-underlay",
    virtual_hub_id: reference("azurerm_virtual_hub.hub.id"),
    rule: [
      {
        name: "underlay",
        match_criterion: [{ match_condition: "Equals", route_prefix: ["10.0.0.0/24"] }],
        action: [],
        next_step_if_matched: "Terminate",
      },
      { name: "rest", match_criterion: [], action: [{ type: "Drop" }], next_step_if_matched: "Terminate" },
    ],
    timeouts: { create: "60m", update: "60m", delete: "60m" },
  });
});

test.each<[string, RouteMatch, object]>([
  ["prefixes", RouteMatch.prefixes("Contains", ["10.0.0.0/16"]), { route_prefix: ["10.0.0.0/16"] }],
  ["AS path", RouteMatch.asPath("Contains", [12076, 65010]), { as_path: ["12076", "65010"] }],
  ["communities", RouteMatch.communities("Contains", ["65010:100"]), { community: ["65010:100"] }],
])("a rule can match by %s", (_by, match, block) => {
  expect(mapWith([{ name: "r", matches: [match], nextStep: "Continue" }]).rule).toEqual([
    {
      name: "r",
      match_criterion: [{ match_condition: "Contains", ...block }],
      action: [],
      next_step_if_matched: "Continue",
    },
  ]);
});

test.each<[string, RouteAction, object]>([
  ["drop", RouteAction.drop(), { type: "Drop" }],
  [
    "summarize",
    RouteAction.replacePrefix("10.0.0.0/8"),
    { type: "Replace", parameter: [{ route_prefix: ["10.0.0.0/8"] }] },
  ],
  ["prepend", RouteAction.prependAsPath([3320, 3320]), { type: "Add", parameter: [{ as_path: ["3320", "3320"] }] }],
  ["replace the AS path", RouteAction.replaceAsPath([3320]), { type: "Replace", parameter: [{ as_path: ["3320"] }] }],
  ["add communities", RouteAction.addCommunities(["1:2"]), { type: "Add", parameter: [{ community: ["1:2"] }] }],
  [
    "replace communities",
    RouteAction.replaceCommunities(["1:2"]),
    { type: "Replace", parameter: [{ community: ["1:2"] }] },
  ],
  [
    "remove communities",
    RouteAction.removeCommunities(["1:2"]),
    { type: "Remove", parameter: [{ community: ["1:2"] }] },
  ],
])("a rule can %s", (_what, action, block) => {
  expect(mapWith([{ name: "r", actions: [action], nextStep: "Terminate" }]).rule).toEqual([
    { name: "r", match_criterion: [], action: [block], next_step_if_matched: "Terminate" },
  ]);
});

test("everything may be a value that only Terraform knows", () => {
  const stack = emptyStack();
  const variable = new TerraformVariable(stack, "v", {});
  const rule: RouteMapRule = {
    name: variable.stringValue,
    matches: [
      RouteMatch.prefixes(variable.value, variable.listValue),
      RouteMatch.asPath(variable.value, [variable.numberValue]),
      RouteMatch.asPath(variable.value, Token.asNumberList(variable.value)),
      RouteMatch.communities(variable.value, [variable.stringValue]),
    ],
    actions: [RouteAction.replacePrefix(variable.stringValue), RouteAction.prependAsPath([variable.numberValue])],
    nextStep: variable.value,
  };
  const v = reference("var.v");
  expect(mapWith([rule], stack).rule).toEqual([
    {
      name: v,
      match_criterion: [
        { match_condition: v, route_prefix: v },
        { match_condition: v, as_path: [v] },
        { match_condition: v, as_path: v },
        { match_condition: v, community: [v] },
      ],
      action: [
        { type: "Replace", parameter: [{ route_prefix: [v] }] },
        { type: "Add", parameter: [{ as_path: [v] }] },
      ],
      next_step_if_matched: v,
    },
  ]);
});

test("all that is wrong with a route map is said at once", () => {
  const wrong: RouteMapRule[] = [
    {
      name: "",
      matches: [
        RouteMatch.prefixes(JSON.parse('"contains"'), ["10.0.0.5/24"]),
        RouteMatch.asPath("Equals", [0]),
        RouteMatch.communities("Equals", ["65010", "65536:1"]),
        RouteMatch.prefixes("Equals", []),
      ],
      actions: [RouteAction.replacePrefix("10.0.0.0"), RouteAction.prependAsPath([]), RouteAction.addCommunities([])],
      nextStep: JSON.parse('"Unknown"'),
    },
  ];
  expect(complaintsOf(() => hubIn(emptyStack()).addRouteMap("map", { name: "", rules: wrong }))).toEqual([
    "name: it is empty",
    "rules[0].name: it is empty",
    'rules[0].nextStep: "Unknown" is not one of "Continue", "Terminate"',
    'rules[0].matches[0].condition: "contains" is not one of "Contains", "Equals"',
    'rules[0].matches[0].prefixes[0]: "10.0.0.5/24" is not a prefix: it has host bits set; right would be 10.0.0.0/24',
    "rules[0].matches[1].asns[0]: 0 is not an ASN: an ASN is a number from 1 to 4294967295",
    'rules[0].matches[2].communities[0]: "65010" is no BGP community such as "65010:100"',
    'rules[0].matches[2].communities[1]: "65536:1" is no BGP community such as "65010:100"',
    "rules[0].matches[3]: it names no prefix",
    'rules[0].actions[0].prefixes[0]: "10.0.0.0" is not a prefix: it has no mask',
    "rules[0].actions[1]: it names no ASN",
    "rules[0].actions[2]: it names no community",
  ]);
  expect(complaintsOf(() => mapWith([]))).toEqual(["rules: a route map has at least one"]);
});

test("an existing route map is used by its id", () => {
  const routeMapId = `${NETWORK}/virtualHubs/hub-weu/routeMaps/only-underlay`;
  expect(RouteMap.fromAttributes(emptyStack(), "map", { routeMapId })).toEqual({ routeMapId });
  expect(complaintsOf(() => RouteMap.fromAttributes(emptyStack(), "map", { routeMapId: "map" }))).toEqual([
    'routeMapId: "map" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Network/virtualHubs/.../routeMaps/...',
  ]);
});
