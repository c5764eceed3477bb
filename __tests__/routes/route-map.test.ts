import fc from "fast-check";
import { containsPrefix, literalPrefix, type Prefix, prefixOf } from "../../address/prefix";
import { knownPath, UNTOLD_PATH } from "../../routes/as-path";
import { throughMap } from "../../routes/route-map";
import { mapOf, type Rule } from "./route-maps";

const DROP = { type: "Drop" };

/** What comes out for a prefix, with an AS path. */
function through(rules: readonly Rule[], prefix: string, asPath: readonly string[] = ["65010"]) {
  const mapped = throughMap(mapOf(rules), { prefix: literalPrefix(prefix), asPath: knownPath(asPath) });
  return mapped !== "dropped" && "prefix" in mapped
    ? { prefix: mapped.prefix.text, asPath: mapped.asPath.asns }
    : mapped;
}

function match(condition: string, ...route_prefix: readonly string[]) {
  return { match_condition: condition, route_prefix };
}

describe("a route map", () => {
  test("allows what nothing matches", () => {
    expect(through([], "10.0.0.0/24")).toEqual({ prefix: "10.0.0.0/24", asPath: ["65010"] });
    const rules = [{ match: [match("Equals", "10.9.0.0/16")], action: [DROP], next: "Terminate" }];
    expect(through(rules, "10.0.0.0/24")).toEqual({ prefix: "10.0.0.0/24", asPath: ["65010"] });
  });

  test("matches a prefix and everything underneath with Contains, only itself with Equals, and never what covers it", () => {
    const contains = [{ match: [match("Contains", "10.2.0.0/16")], action: [DROP], next: "Terminate" }];
    expect(through(contains, "10.2.0.0/16")).toBe("dropped");
    expect(through(contains, "10.2.1.0/24")).toBe("dropped");
    expect(through(contains, "10.0.0.0/8")).toEqual({ prefix: "10.0.0.0/8", asPath: ["65010"] });
    const equals = [{ match: [match("Equals", "10.2.0.0/16")], action: [DROP], next: "Terminate" }];
    expect(through(equals, "10.2.0.0/16")).toBe("dropped");
    expect(through(equals, "10.2.1.0/24")).toEqual({ prefix: "10.2.1.0/24", asPath: ["65010"] });
  });

  test("keeps a list and drops the rest: a rule without an action permits, one without criteria matches all", () => {
    const rules = [
      { match: [match("Equals", "10.102.33.0/24")], next: "Terminate" },
      { action: [DROP], next: "Terminate" },
    ];
    expect(through(rules, "10.102.33.0/24")).toEqual({ prefix: "10.102.33.0/24", asPath: ["65010"] });
    expect(through(rules, "10.102.34.0/24")).toBe("dropped");
  });

  test("goes on with what an earlier rule made of it, where that says Continue", () => {
    const prepend = { action: [{ type: "Add", parameter: [{ as_path: ["64496", "64496"] }] }], next: "Continue" };
    const drop = { match: [{ match_condition: "Contains", as_path: ["64496"] }], action: [DROP], next: "Terminate" };
    expect(through([prepend], "10.0.0.0/24")).toEqual({ prefix: "10.0.0.0/24", asPath: ["64496", "64496", "65010"] });
    expect(through([prepend, drop], "10.0.0.0/24")).toBe("dropped");
    expect(through([{ ...prepend, next: "Terminate" }, drop], "10.0.0.0/24")).toEqual({
      prefix: "10.0.0.0/24",
      asPath: ["64496", "64496", "65010"],
    });
  });

  test("replaces a prefix by a summary, which loses the AS path", () => {
    const summarise = {
      match: [match("Contains", "10.0.0.0/16")],
      action: [{ type: "Replace", parameter: [{ route_prefix: ["10.0.0.0/16"] }] }],
      next: "Terminate",
    };
    expect(through([summarise], "10.0.7.0/24")).toEqual({ prefix: "10.0.0.0/16", asPath: [] });
  });

  test("is undecided where the next step is Unknown, the provider's default, and what follows would change it", () => {
    const first = { match: [match("Contains", "10.0.0.0/16")] };
    expect(through([first, { action: [DROP], next: "Terminate" }], "10.0.7.0/24")).toEqual([
      { decidedBy: ["azurerm_route_map.map.rule[0].next_step_if_matched"] },
    ]);
    expect(through([first], "10.0.7.0/24")).toEqual({ prefix: "10.0.7.0/24", asPath: ["65010"] });
  });

  test("is undecided where a value that it needs can't be told", () => {
    const unknown = [{ match: [match("Equals", "${var.prefix}")], action: [DROP], next: "Terminate" }];
    expect(through(unknown, "10.0.7.0/24")).toEqual([{ decidedBy: ["var.prefix"], expression: "${var.prefix}" }]);
    const path = [{ match: [{ match_condition: "Contains", as_path: ["65001"] }], action: [DROP], next: "Terminate" }];
    expect(throughMap(mapOf(path), { prefix: literalPrefix("10.0.7.0/24"), asPath: UNTOLD_PATH })).toEqual([
      { decidedBy: ["azurerm_route_map.map.rule[0].match_criterion[0].as_path"] },
    ]);
    const community = [{ match: [{ match_condition: "Equals", community: ["65010:1"] }], action: [DROP] }];
    expect(through(community, "10.0.7.0/24")).toEqual([
      { decidedBy: ["azurerm_route_map.map.rule[0].match_criterion[0].community"] },
    ]);
  });

  test("is decided where the next step is unknown and what follows changes nothing, and open where it changes the AS path", () => {
    const first = { match: [match("Contains", "10.0.0.0/16")], next: "${var.next}" };
    const prepend = { action: [{ type: "Add", parameter: [{ as_path: ["64496"] }] }], next: "Terminate" };
    const drop = { action: [DROP], next: "Terminate" };
    const other = { match: [match("Equals", "10.9.0.0/16")], action: [DROP], next: "Terminate" };
    const open = [{ decidedBy: ["var.next"], expression: "${var.next}" }];
    expect(through([first, other], "10.0.7.0/24")).toEqual({ prefix: "10.0.7.0/24", asPath: ["65010"] });
    expect(through([first, prepend], "10.0.7.0/24")).toEqual(open);
    expect(through([first, drop], "10.0.7.0/24")).toEqual(open);
    expect(through([{ ...first, action: [DROP] }, drop], "10.0.7.0/24")).toBe("dropped");
    const unknown = { match: [match("Equals", "${var.prefix}")], action: [DROP], next: "Terminate" };
    expect(through([first, unknown], "10.0.7.0/24")).toEqual(open);
  });

  test("matches a prefix that is written with host bits as the one that is meant, and what is no prefix never", () => {
    const dropping = (prefix: string) => [{ match: [match("Contains", prefix)], action: [DROP], next: "Terminate" }];
    expect(through(dropping("10.0.7.9/16"), "10.0.7.0/24")).toBe("dropped");
    expect(through(dropping("everything"), "10.0.7.0/24")).toEqual({ prefix: "10.0.7.0/24", asPath: ["65010"] });
  });

  test("matches where all criteria of a rule do, and all that one criterion names", () => {
    const both = (as_path: string) => [
      {
        match: [match("Contains", "10.0.0.0/16"), { match_condition: "Contains", as_path: [as_path] }],
        action: [DROP],
        next: "Terminate",
      },
    ];
    expect(through(both("65010"), "10.0.7.0/24")).toBe("dropped");
    expect(through(both("65011"), "10.0.7.0/24")).toEqual({ prefix: "10.0.7.0/24", asPath: ["65010"] });
    const one = (as_path: string) => [
      { match: [{ ...match("Contains", "10.0.0.0/16"), as_path: [as_path] }], action: [DROP], next: "Terminate" },
    ];
    expect(through(one("65010"), "10.0.7.0/24")).toBe("dropped");
    expect(through(one("65011"), "10.0.7.0/24")).toEqual({ prefix: "10.0.7.0/24", asPath: ["65010"] });
  });

  test("takes a known AS number of a list beside one that can't be told, for Contains only", () => {
    const paths = (condition: string, ...as_path: readonly string[]) => [
      { match: [{ match_condition: condition, as_path }], action: [DROP], next: "Terminate" },
    ];
    const open = [{ decidedBy: ["var.asn"], expression: "${var.asn}" }];
    expect(through(paths("Contains", "65010", "${var.asn}"), "10.0.7.0/24")).toBe("dropped");
    expect(through(paths("Contains", "65011", "${var.asn}"), "10.0.7.0/24")).toEqual(open);
    expect(through(paths("Equals", "65010", "${var.asn}"), "10.0.7.0/24")).toEqual(open);
    const prefixes = [{ match: [match("Contains", "10.0.0.0/16", "${var.asn}")], action: [DROP], next: "Terminate" }];
    expect(through(prefixes, "10.0.7.0/24")).toBe("dropped");
  });

  test("is undecided where a condition or an action can't be told, or isn't written", () => {
    const untold = (rule: Rule) => through([{ next: "Terminate", ...rule }], "10.0.7.0/24");
    const at = "azurerm_route_map.map.rule[0]";
    const prefix = ["10.0.0.0/16"];
    const told = (name: string) => [{ decidedBy: [`var.${name}`], expression: `\${var.${name}}` }];
    expect(untold({ match: [{ match_condition: "${var.condition}", route_prefix: prefix }] })).toEqual(
      told("condition"),
    );
    expect(untold({ match: [{ match_condition: "Unknown", route_prefix: prefix }] })).toEqual([
      { decidedBy: [`${at}.match_criterion[0].match_condition`] },
    ]);
    expect(untold({ action: [{ type: "${var.type}" }] })).toEqual(told("type"));
    expect(untold({ action: [{ type: "Unknown" }] })).toEqual([{ decidedBy: [`${at}.action[0].type`] }]);
    const replace = (parameter: object) => untold({ action: [{ type: "Replace", parameter: [parameter] }] });
    expect(replace({ route_prefix: ["${var.prefix}"] })).toEqual(told("prefix"));
    expect(replace({ as_path: ["${var.asn}"] })).toEqual(told("asn"));
    expect(untold({ action: [{ type: "Replace", parameter: "${var.parameters}" }] })).toEqual(told("parameters"));
  });

  test("is undecided where a list of prefixes, its criteria, its actions or its rules can't be told", () => {
    const told = (name: string) => [{ decidedBy: [`var.${name}`], expression: `\${var.${name}}` }];
    const criterion = { match_condition: "Contains", route_prefix: "${var.prefixes}" };
    expect(through([{ match: [criterion], action: [DROP], next: "Terminate" }], "10.0.7.0/24")).toEqual(
      told("prefixes"),
    );
    const untold = throughMap(
      mapOf([
        { next: "${var.next}" },
        { action: [{ type: "Add", parameter: [{ as_path: ["64496"] }] }], next: "Terminate" },
      ]),
      {
        prefix: literalPrefix("10.0.7.0/24"),
        asPath: UNTOLD_PATH,
      },
    );
    expect(untold).toEqual(told("next"));
  });

  test("acts in order until something drops, or can't be told", () => {
    const add = (asn: string) => ({ type: "Add", parameter: [{ as_path: [asn] }] });
    const acting = (...action: readonly object[]) => through([{ action, next: "Terminate" }], "10.0.7.0/24");
    expect(acting(add("64496"), add("64497"))).toEqual({ prefix: "10.0.7.0/24", asPath: ["64497", "64496", "65010"] });
    expect(acting(add("64496"), DROP, { type: "${var.type}" })).toBe("dropped");
    expect(acting({ type: "${var.type}" }, DROP)).toEqual([{ decidedBy: ["var.type"], expression: "${var.type}" }]);
  });

  test("replaces an AS path, keeps it beside the same prefix, and leaves it alone where only communities change", () => {
    const acting = (action: object) => through([{ action: [action], next: "Terminate" }], "10.0.7.0/24");
    expect(acting({ type: "Replace", parameter: [{ as_path: ["64496"] }] })).toEqual({
      prefix: "10.0.7.0/24",
      asPath: ["64496"],
    });
    expect(acting({ type: "Replace", parameter: [{ route_prefix: ["10.0.7.0/24"] }] })).toEqual({
      prefix: "10.0.7.0/24",
      asPath: ["65010"],
    });
    for (const type of ["Add", "Replace", "Remove"]) {
      expect(acting({ type, parameter: [{ community: ["65010:1"] }] })).toEqual({
        prefix: "10.0.7.0/24",
        asPath: ["65010"],
      });
    }
    expect(acting({ type: "Remove", parameter: [{ as_path: ["65010"] }] })).toEqual({
      prefix: "10.0.7.0/24",
      asPath: ["65010"],
    });
  });

  test("keeps and drops as going through its rules by hand does", () => {
    const prefix = fc
      .tuple(fc.integer({ min: 28, max: 32 }), fc.nat({ max: 15 }))
      .map(([length, offset]) => prefixOf({ family: 4, value: 0x0a000000 + offset }, length));
    const rule = fc.record({
      condition: fc.constantFrom("Contains", "Equals", "NotContains", "NotEquals", "all"),
      prefixes: fc.array(prefix, { minLength: 1, maxLength: 2 }),
      act: fc.constantFrom("drop", "keep", "prepend"),
      next: fc.constantFrom("Continue", "Terminate"),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 4 }), prefix, (rules, announced) => {
        const written = rules.map(({ condition, prefixes, act, next }) => ({
          next,
          match: condition === "all" ? [] : [match(condition, ...prefixes.map(({ text }) => text))],
          action:
            act === "drop" ? [DROP] : act === "keep" ? [] : [{ type: "Add", parameter: [{ as_path: ["64496"] }] }],
        }));
        const mapped = through(written, announced.text, []);
        expect(mapped === "dropped" ? -1 : "asPath" in mapped ? mapped.asPath?.length : "open").toBe(
          byHand(rules, announced),
        );
      }),
      { numRuns: 500 },
    );
  });
});

interface HandRule {
  readonly condition: string;
  readonly prefixes: readonly Prefix[];
  readonly act: string;
  readonly next: string;
}

/** How often 64496 was prepended; -1 where it was dropped. */
function byHand(rules: readonly HandRule[], announced: Prefix): number {
  let prepended = 0;
  for (const { condition, prefixes, act, next } of rules) {
    const under = prefixes.some((one) => containsPrefix(one, announced));
    const same = prefixes.some((one) => one.text === announced.text);
    const matches = { Contains: under, Equals: same, NotContains: !under, NotEquals: !same, all: true }[condition];
    if (matches !== true) {
      continue;
    }
    if (act === "drop") {
      return -1;
    }
    prepended += act === "prepend" ? 1 : 0;
    if (next === "Terminate") {
      break;
    }
  }
  return prepended;
}
