import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { breachJson, breachMarkdown, breachText, isKept } from "../../paths/breach";
import { type RouteChange, routeChanges } from "../../paths/changes";
import { breachOf, type DeclaredChange, declaredIn } from "../../paths/contract";
import { changesJson } from "../../paths/json";
import { InputError } from "../../text/complaint";
import { CIRCUIT, CLEAR, HUB, LINK, reportOf, row } from "./rows";

const folder = mkdtempSync(join(tmpdir(), "wanproof-contract-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, "expected.json");
  writeFileSync(file, text);
  return file;
}

/** What changes where these destinations leave the tunnel for ExpressRoute. */
function leaving(...destinations: readonly string[]): RouteChange[] {
  const before = destinations.map((destination) => row(destination));
  return routeChanges(reportOf(before), reportOf(before.map(({ destination }) => row(destination, CLEAR))));
}

const BEFORE = { outcome: "encrypted", via: [LINK] } as const;
const AFTER = { outcome: "clear", via: [CIRCUIT] } as const;

function declared(destination: string, other: Partial<DeclaredChange> = {}): DeclaredChange {
  return { direction: "to-onprem", from: HUB, destination, before: BEFORE, after: AFTER, ...other };
}

/** The destinations that nobody declared, and those that don't change. */
function breach(changes: readonly RouteChange[], ...meant: readonly DeclaredChange[]) {
  const { undeclared, missing } = breachOf(changes, meant);
  return [undeclared, missing].map((some) => some.map(({ destination }) => destination));
}

describe("what changes path", () => {
  test("is what is declared, however its prefixes are cut and its routes are ordered", () => {
    expect(breach(leaving("10.0.0.0/24"), declared("10.0.0.0/24"))).toEqual([[], []]);
    expect(breach(leaving("10.0.0.0/24"), declared("10.0.0.128/25"), declared("10.0.0.0/25"))).toEqual([[], []]);
    expect(breach(leaving("10.0.0.0/24", "10.0.2.0/24"), declared("10.0.2.0/24"), declared("10.0.0.0/24"))).toEqual([
      [],
      [],
    ]);
    const both = { ...CLEAR, via: ["b", "a"] };
    const shared = routeChanges(reportOf([row("10.0.0.0/24")]), reportOf([row("10.0.0.0/24", both)]));
    expect(breach(shared, declared("10.0.0.0/24", { after: { outcome: "clear", via: ["a", "b"] } }))).toEqual([[], []]);
    expect(breach([])).toEqual([[], []]);
  });

  test("is undeclared to the address, and missing to the address", () => {
    expect(breach(leaving("10.0.0.0/24"), declared("10.0.0.0/25"))).toEqual([["10.0.0.128/25"], []]);
    expect(breach(leaving("10.0.0.0/25"), declared("10.0.0.0/24"))).toEqual([[], ["10.0.0.128/25"]]);
    expect(breach(leaving("10.0.0.0/24"))).toEqual([["10.0.0.0/24"], []]);
    expect(breach([], declared("10.0.0.0/24"))).toEqual([[], ["10.0.0.0/24"]]);
  });

  test.each<[string, Partial<DeclaredChange>]>([
    ["direction", { direction: "to-azure" }],
    ["place", { from: "azurerm_virtual_hub.other" }],
    ["outcome before", { before: { ...BEFORE, outcome: "clear" } }],
    ["way before", { before: { ...BEFORE, via: [CIRCUIT] } }],
    ["outcome after", { after: { ...AFTER, outcome: "dropped" } }],
    ["end of the way", { after: null }],
    ["beginning of the way", { before: null }],
  ])("is another where it is declared with another %s", (_case, other) => {
    expect(breach(leaving("10.0.0.0/24"), declared("10.0.0.0/24", other))).toEqual([["10.0.0.0/24"], ["10.0.0.0/24"]]);
  });
});

describe("a file of declared changes", () => {
  test("is the JSON of what changes", () => {
    const gone = routeChanges(reportOf([row("10.0.2.0/24")]), reportOf([]));
    const changes = [...leaving("10.0.0.0/24"), ...gone];
    const read = declaredIn(written(changesJson(changes)));
    expect(read).toEqual([declared("10.0.0.0/24"), declared("10.0.2.0/24", { after: null })]);
    expect(isKept(breachOf(changes, read))).toBe(true);
  });

  function complaints(text: string): unknown {
    try {
      return declaredIn(written(text));
    } catch (error) {
      return error instanceof InputError ? error.complaints.map(({ message }) => message) : error;
    }
  }

  test("is refused where it is none", () => {
    expect(complaints("{")).toEqual(["is not JSON; wanproof routes --diff --write-expect FILE makes such a file"]);
    const none = ["declares no path changes; wanproof routes --diff --write-expect FILE makes such a file"];
    for (const other of [[], { version: 2, changes: [] }, { version: 1 }, { version: 1, changes: {} }]) {
      expect(complaints(JSON.stringify(other))).toEqual(none);
    }
    expect(complaints(JSON.stringify({ version: 1, changes: [] }))).toEqual([]);
  });

  test("is refused with everything that is wrong with it", () => {
    const good = declared("10.0.0.0/24");
    const changes = [
      7,
      { ...good, direction: "up" },
      { ...good, from: 1 },
      { ...good, destination: 1 },
      { ...good, destination: "10.0.0.1/24" },
      { ...good, destination: "2001:db8::/32" },
      { ...good, before: undefined },
      { ...good, after: { outcome: "lost", via: [] } },
      { ...good, after: { outcome: "clear" } },
      { ...good, after: "clear" },
      good,
    ];
    const ways =
      "has to say before and after, each with outcome (encrypted, clear, dropped, undecided, inside) and via, or null";
    expect(complaints(JSON.stringify({ version: 1, changes }))).toEqual([
      "changes[0] is no object",
      "changes[1] has a direction that is none: right would be to-onprem or to-azure",
      "changes[2] has to name from and destination",
      "changes[3] has to name from and destination",
      'changes[4] has the destination "10.0.0.1/24", which is no IPv4 prefix',
      'changes[5] has the destination "2001:db8::/32", which is no IPv4 prefix',
      `changes[6] ${ways}`,
      `changes[7] ${ways}`,
      `changes[8] ${ways}`,
      `changes[9] ${ways}`,
    ]);
  });
});

describe("what differs from a declaration, for people", () => {
  const kept = breachOf([], []);
  const both = breachOf(leaving("10.0.0.0/24"), [
    declared("10.0.2.0/24"),
    declared("10.0.3.0/24", { before: null, after: { outcome: "dropped", via: [] } }),
  ]);

  test("is a line where nothing does", () => {
    expect(breachText(kept, "meant.json")).toBe("The paths that change are those that meant.json declares.\n");
    expect(breachMarkdown(kept, "meant.json")).toBe(
      '## wanproof routes\n\nThe paths that change are those that are declared in "meant.json".\n',
    );
    expect(JSON.parse(breachJson(kept))).toEqual({ version: 1, undeclared: [], missing: [] });
  });

  test("is what nobody declared, and what was declared and doesn't happen", () => {
    expect(breachText(both, "meant.json")).toBe(`Not declared in meant.json:

10.0.0.0/24  no longer encrypted
  from hub weu (${HUB})
  encrypted over site hq, link a (${LINK}) (only-candidate), then clear over circuit ams (${CIRCUIT}) (not-advertised-over-vpn)

Changed: 1, of which no longer encrypted: 1

Declared in meant.json, and doesn't happen:

10.0.2.0/24
  from ${HUB}
  encrypted over ${LINK}, then clear over ${CIRCUIT}

10.0.3.0/24
  from ${HUB}
  not routed, then dropped
`);
    expect(JSON.parse(breachJson(both))).toMatchObject({
      undeclared: [{ destination: "10.0.0.0/24" }],
      missing: [declared("10.0.2.0/24"), { destination: "10.0.3.0/24", before: null }],
    });
  });

  test("says nothing of the half that is kept", () => {
    const undeclared = breachOf(leaving("10.0.0.0/24"), []);
    const missing = breachOf([], [declared("10.0.2.0/24")]);
    expect([undeclared, missing].map(isKept)).toEqual([false, false]);
    expect(breachText(undeclared, "meant.json")).not.toContain("doesn't happen");
    expect(breachText(missing, "meant.json")).not.toContain("Not declared");
    expect(breachMarkdown(undeclared, "meant.json")).not.toContain("doesn't happen");
    expect(breachMarkdown(missing, "meant.json").split("\n\n")).toEqual([
      "## wanproof routes",
      "**Declared, and doesn't happen**",
      `- 10.0.2.0/24 · from azurerm&#95;virtual&#95;hub.hub · encrypted over azurerm&#95;vpn&#95;gateway&#95;connection.hq&#35;\u2060a, then clear over azurerm&#95;express&#95;route&#95;connection.ams\n`,
    ]);
  });

  test("shows 200 that don't happen, and counts the others", () => {
    const many = (count: number) =>
      breachOf(
        [],
        Array.from({ length: count }, (_, number) => declared(`10.0.${number}.0/25`)),
      );
    const more = "And 5 more; --format json has them all.";
    expect(breachText(many(200), "meant.json")).not.toContain("And ");
    expect(breachText(many(205), "meant.json").split("\n").at(-1)).toBe(more);
    expect(breachText(many(205), "meant.json").match(/^10\./gm)).toHaveLength(200);
    expect(breachMarkdown(many(205), "meant.json").split("\n\n").at(-1)).toBe(`${more}\n`);
    expect(breachMarkdown(many(205), "meant.json").match(/^- /gm)).toHaveLength(200);
  });
});
