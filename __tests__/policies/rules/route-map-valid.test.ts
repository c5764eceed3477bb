import { routeMapValid } from "../../../policies/rules/route-map-valid";
import { type Changes, said } from "./judging";

const MAP = "azurerm_route_map.out";
const RULE = `${MAP}.rule[0]`;
const SOUND_MAP = {
  name: "out",
  virtual_hub_id: "${azurerm_virtual_hub.sdc.id}",
  rule: [
    {
      name: "longer",
      next_step_if_matched: "Terminate",
      match_criterion: [{ match_condition: "Contains", route_prefix: ["10.110.0.0/22"], as_path: ["65032"] }],
      action: [{ type: "Add", parameter: [{ as_path: ["200005"] }] }],
    },
    {
      name: "rest",
      next_step_if_matched: "Terminate",
      match_criterion: [{ match_condition: "Contains", route_prefix: ["0.0.0.0/0"] }],
      action: [{ type: "Drop" }],
    },
  ],
};

function messages(changes: Changes): unknown[] {
  return said(routeMapValid, { [MAP]: SOUND_MAP, ...changes }).map(({ outcome, level, path, message }) => [
    outcome,
    level,
    path,
    message,
  ]);
}

describe("route-map-valid", () => {
  test("takes a map whose prefixes, AS numbers, steps and actions are right", () => {
    expect(messages({})).toEqual([]);
  });

  test("refuses a prefix that is none, in criteria and parameters", () => {
    expect(said(routeMapValid, { [MAP]: SOUND_MAP, [`${RULE}.match_criterion[0].route_prefix[0]`]: "nope" })).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: MAP,
        path: "rule[0].match_criterion[0].route_prefix[0]",
        message: '"nope" in rule longer of route map out is no prefix: not an IP address',
        remedy: "Write it as address/length, with no host bits set.",
        evidence: { prefix: "nope" },
      },
    ]);
    expect(messages({ [`${RULE}.action[0].parameter[0].route_prefix`]: ["10.0.0.1/8"] })).toHaveLength(1);
  });

  test("refuses an AS number that is none", () => {
    expect(messages({ [`${RULE}.match_criterion[0].as_path[0]`]: "abc" })).toEqual([
      [
        "violation",
        "error",
        "rule[0].match_criterion[0].as_path[0]",
        '"abc" in rule longer of route map out is no AS number: an ASN is a whole number',
      ],
    ]);
  });

  test.each(["64512", "65534", "65515", "23456", "4200000000"])("refuses to prepend AS %s", (asn) => {
    expect(messages({ [`${RULE}.action[0].parameter[0].as_path[0]`]: asn })).toEqual([
      [
        "violation",
        "error",
        "rule[0].action[0].parameter[0].as_path[0]",
        `rule longer of route map out prepends AS ${asn}, which is reserved or private`,
      ],
    ]);
  });

  test("takes the removal of a private AS", () => {
    expect(messages({ [`${RULE}.action[0]`]: { type: "Remove", parameter: [{ as_path: ["65032"] }] } })).toEqual([]);
  });

  test("can't tell what a rule holds whose criteria or actions can't be told", () => {
    for (const list of ["match_criterion", "action"]) {
      expect(messages({ [`${RULE}.${list}`]: "${var.untold}" })).toContainEqual([
        "undecided",
        "error",
        `rule[0].${list}`,
        "what rule longer of route map out holds can't be told",
      ]);
    }
  });

  test.each([undefined, "Unknown"])("refuses %s as next step", (step) => {
    expect(messages({ [`${RULE}.next_step_if_matched`]: step })).toEqual([
      [
        "violation",
        "error",
        "rule[0].next_step_if_matched",
        "the next step of rule longer of route map out is Unknown",
      ],
    ]);
  });

  test("refuses an action without parameters, and a Drop with some", () => {
    expect(messages({ [`${RULE}.action[0].parameter`]: undefined })).toEqual([
      ["violation", "error", "rule[0].action[0]", "rule longer of route map out has action Add without parameters"],
    ]);
    expect(messages({ [`${MAP}.rule[1].action[0].parameter`]: [{ route_prefix: ["10.0.0.0/8"] }] })).toEqual([
      [
        "violation",
        "error",
        "rule[1].action[0].parameter",
        "rule rest of route map out drops routes, but has parameters",
      ],
    ]);
  });

  test("warns of rules after one that takes every route", () => {
    expect(messages({ [`${RULE}.match_criterion`]: undefined })).toEqual([
      [
        "violation",
        "warning",
        "rule[1]",
        "rule rest of route map out does nothing: rule longer before it takes every route and ends there",
      ],
    ]);
    expect(messages({ [`${RULE}.match_criterion`]: undefined, [`${RULE}.next_step_if_matched`]: "Continue" })).toEqual(
      [],
    );
  });

  test("can't tell of unknown values", () => {
    expect(
      messages({
        [`${RULE}.match_criterion[0].route_prefix[0]`]: "${var.prefix}",
        [`${RULE}.action[0].parameter[0].as_path[0]`]: "${var.asn}",
        [`${RULE}.next_step_if_matched`]: "${var.step}",
        [`${MAP}.rule[1].action[0].type`]: "${var.type}",
      }),
    ).toEqual([
      [
        "undecided",
        "error",
        "rule[0].action[0].parameter[0].as_path",
        "an AS number of rule longer of route map out is unknown",
      ],
      [
        "undecided",
        "error",
        "rule[0].match_criterion[0].route_prefix",
        "a prefix of rule longer of route map out is unknown",
      ],
      [
        "undecided",
        "error",
        "rule[0].next_step_if_matched",
        "the next step of rule longer of route map out is unknown",
      ],
      [
        "undecided",
        "error",
        "rule[1].action[0]",
        "whether the action of rule rest of route map out has the parameters that it needs can't be told",
      ],
    ]);
    expect(messages({ [`${MAP}.rule`]: "${var.rules}" })).toEqual([
      ["undecided", "error", "rule", "which rules route map out has can't be told"],
    ]);
  });

  test("warns of rules behind one that drops every route, whatever its next step is", () => {
    const all = { name: "all", next_step_if_matched: "Continue", action: [{ type: "Drop" }] };
    expect(messages({ [RULE]: all })).toContainEqual([
      "violation",
      "warning",
      "rule[1]",
      "rule rest of route map out does nothing: rule all before it takes every route and ends there",
    ]);
    expect(
      messages({ [RULE]: { ...all, action: [] } }).filter((one) => JSON.stringify(one).includes("does nothing")),
    ).toEqual([]);
  });

  test.each([
    [64495, false],
    [64511, true],
    [64512, true],
    [65534, true],
    [4199999999, false],
    [4200000000, true],
    [4294967294, true],
    [200005, false],
  ])("says of AS %d prepended whether it may be", (asn, isRefused) => {
    const refused = messages({ [`${RULE}.action[0].parameter[0].as_path`]: [String(asn)] });
    expect(refused.length).toBe(isRefused ? 1 : 0);
  });
});
