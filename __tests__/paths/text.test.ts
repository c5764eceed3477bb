import type { RouteChange } from "../../paths/changes";
import { changesMarkdown, routesMarkdown, tracesMarkdown } from "../../paths/markdown";
import type { WhenLost } from "../../paths/report";
import { changesText, routesText, tracesText } from "../../paths/text";
import type { Trace } from "../../paths/trace";
import { CIRCUIT, CLEAR, called, HUB, LINK, reportOf, row } from "./rows";

const first = (number: number) => `10.${number >> 8}.${number & 255}.0/24`;
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
/** Rows of which none says the same as another. */
const many = (count: number) => numbers(count).map((number) => row(first(number), { sentence: `Row ${number}.` }));

const LOSSES: readonly WhenLost[] = [
  { kind: "link", lost: `link ${LINK}`, thing: called("site hq, link a", LINK), outcome: "dropped", via: [], over: [] },
  { kind: "tunnel", lost: "all tunnels", thing: "all tunnels", outcome: "dropped", via: [], over: [] },
];
const ranges = (...prefixes: readonly [first: number, last: number][]) =>
  prefixes.map(([from, to]) => ({ first: from, last: to }));

const TEN = 0x0a00_0000;

function change(number: number, other: Partial<RouteChange> = {}): RouteChange {
  const { outcome, via, over, reason } = row("0.0.0.0/0");
  const way = { outcome, via, over, reason };
  return {
    direction: "to-onprem",
    from: HUB,
    place: called("hub weu", HUB),
    destination: first(number),
    before: way,
    after: null,
    ...other,
  };
}

describe("the table as text", () => {
  test("is a block for each way, with notes before and counts after", () => {
    const rows = [row("10.0.0.0/24"), row("10.0.1.0/24"), row("10.0.2.0/24", CLEAR)];
    expect(routesText(reportOf(rows, { notes: ["A note.", "Another."] }))).toBe(`A note.

Another.

encrypted  10.0.0.0/24, 10.0.1.0/24  only-candidate
  from hub weu (${HUB})
  over site hq, link a (${LINK})
  It is the only route of the longest prefix.

clear  10.0.2.0/24  not-advertised-over-vpn
  from hub weu
  over circuit ams (${CIRCUIT})
  No tunnel on the private path has a route.

Routes: 3 (2 encrypted, 1 clear, 0 dropped, 0 undecided)
`);
  });

  test("says nothing of what it goes over where it goes nowhere, and shows the loss of all tunnels alone unless asked", () => {
    const dropped = row("10.0.0.0/24", {
      outcome: "dropped",
      via: [],
      over: [],
      reason: "no-route",
      sentence: "No route.",
    });
    expect(
      routesText(reportOf([dropped]))
        .split("\n")
        .slice(0, 3),
    ).toEqual(["dropped  10.0.0.0/24  no-route", `  from hub weu (${HUB})`, "  No route."]);
    const lost = (losses: boolean) =>
      routesText(reportOf([row("10.0.0.0/24", { whenLost: LOSSES })]), { losses })
        .split("\n")
        .filter((line) => line.includes("when lost"));
    expect(lost(false)).toEqual(["  when lost: all tunnels: dropped"]);
    expect(lost(true)).toEqual(["  when lost: site hq, link a; all tunnels: dropped"]);
  });

  test("shows six routes that aren't taken, and counts the others", () => {
    const others = (count: number) =>
      numbers(count).map((number) => ({
        via: `${LINK}${number}`,
        over: called(`link ${number}`, `${LINK}${number}`),
        whyNot: "its prefix is shorter",
      }));
    const lines = (count: number) =>
      routesText(reportOf([row("10.0.0.0/24", { alternatives: others(count) })]))
        .split("\n")
        .filter((line) => line.includes("not over") || line.includes("more routes"));
    expect(lines(6)).toHaveLength(6);
    expect(lines(8)).toHaveLength(7);
    expect(lines(8).at(-1)).toBe("  and 2 more routes");
  });

  test("stops after 200 blocks, and says how many there are more", () => {
    const blocks = (count: number) => routesText(reportOf(many(count))).split("\n\n");
    expect(blocks(200)).toHaveLength(201);
    expect(blocks(202)).toHaveLength(202);
    expect(blocks(202).slice(-2)).toEqual([
      "And 2 more: --from and --to narrow it down, JSON holds all.",
      "Routes: 202 (202 encrypted, 0 clear, 0 dropped, 0 undecided)\n",
    ]);
  });

  test("is coloured where somebody asks for it", () => {
    const [head = ""] = routesText(reportOf([row("10.0.0.0/24")]), { colour: true }).split("\n");
    expect(head).toContain("\u001b[");
    expect(routesText(reportOf([row("10.0.0.0/24")]))).not.toContain("\u001b[");
    expect(changesText([change(1)], { colour: true })).toContain("\u001b[");
  });
});

describe("how much of a row is protected", () => {
  const marks = (destinations: readonly string[], ...guarded: readonly [number, number][]) => {
    const report = reportOf(
      destinations.map((destination) => row(destination)),
      { protected: ranges(...guarded) },
    );
    const [head = ""] = routesText(report).split("\n");
    const [, cell = ""] = routesMarkdown(report).split("\n")[4]?.split(" | ") ?? [];
    return [head.replace(/^.*\/\d+ {2}(.*?)( {2})?only-candidate$/, "$1"), cell.split("<br>")[1] ?? ""];
  };

  test("is all of it where protected prefixes hold it together, side by side or one over another", () => {
    const all = ["protected", "protected"];
    expect(marks(["10.0.0.0/24"], [TEN, TEN + 255])).toEqual(all);
    expect(marks(["10.0.0.0/24"], [TEN + 128, TEN + 255], [TEN, TEN + 127])).toEqual(all);
    expect(marks(["10.0.0.0/24"], [TEN, TEN + 200], [TEN + 64, TEN + 100], [TEN + 150, TEN + 255])).toEqual(all);
  });

  test("is part of it where one address isn't, or where one of several prefixes isn't", () => {
    const partly = ["partly protected", "partly protected"];
    expect(marks(["10.0.0.0/24"], [TEN, TEN + 254])).toEqual(partly);
    expect(marks(["10.0.0.0/24"], [TEN + 1, TEN + 255])).toEqual(partly);
    expect(marks(["10.0.0.0/24"], [TEN, TEN + 126], [TEN + 128, TEN + 255])).toEqual(partly);
    expect(marks(["10.0.0.0/24"], [TEN + 255, TEN + 300])).toEqual(partly);
    expect(marks(["10.0.0.0/24", "10.0.4.0/24"], [TEN, TEN + 255])).toEqual(partly);
  });

  test("is nothing of it where protected prefixes end before it and begin behind it", () => {
    expect(marks(["10.0.1.0/24"], [TEN, TEN + 255], [TEN + 512, TEN + 600])).toEqual(["", ""]);
    expect(marks(["10.0.1.0/24"])).toEqual(["", ""]);
  });

  test("puts it first, and never counts what goes to Azure", () => {
    const rows = [row("10.0.1.0/24", CLEAR), row("10.0.0.0/24"), row("10.0.0.0/24", { direction: "to-azure" })];
    const heads = routesText(reportOf(rows, { protected: ranges([TEN, TEN + 255]) }))
      .split("\n\n")
      .map((block) => block.split("\n")[0]);
    expect(heads.slice(0, 3)).toEqual([
      "encrypted  10.0.0.0/24  protected  only-candidate",
      "clear  10.0.1.0/24  not-advertised-over-vpn",
      "encrypted  10.0.0.0/24  only-candidate",
    ]);
  });
});

describe("the table as Markdown", () => {
  test("has a line for each way, and its losses together", () => {
    const lines = (losses: boolean) =>
      routesMarkdown(reportOf([row("10.0.0.0/24", { whenLost: LOSSES })], { notes: ["A note."] }), losses).split(
        "\n\n",
      );
    const head = ["| Outcome | Destination | From | Why | When lost |", "| --- | --- | --- | --- | --- |"];
    const cells = "encrypted over site hq, link a (azurerm&#95;vpn&#95;gateway&#95;connection.hq&#35;\u2060a)";
    const why = "only-candidate<br>It is the only route of the longest prefix.";
    const line = (lost: string) =>
      `| ${cells} | 10.0.0.0/24 | hub weu (azurerm&#95;virtual&#95;hub.hub) | ${why} | ${lost} |`;
    expect(lines(false)).toEqual([
      "## wanproof routes",
      "A note.",
      `${[...head, line("all tunnels&#58; dropped")].join("\n")}\n`,
    ]);
    expect(lines(true)[2]).toBe(`${[...head, line("site hq, link a; all tunnels&#58; dropped")].join("\n")}\n`);
  });

  test("leaves out what doesn't fit into a comment, and counts it", () => {
    const whole = routesMarkdown(reportOf(many(1000)));
    const shown = whole.split("\n").filter((line) => line.startsWith("| encrypted")).length;
    expect(whole.length).toBeLessThan(61_000);
    expect(whole).toContain(`And ${1000 - shown} more, for which there is no room here: JSON holds all.`);
    expect(routesMarkdown(reportOf([]))).toBe("## wanproof routes\n");
  });
});

describe("traces", () => {
  const trace: Trace = {
    from: called("hub weu", HUB),
    to: "10.0.0.4",
    steps: ["one step", ["and another at ", called("hub weu", HUB)]],
  };

  test("are numbered steps below the notes, and no more than 200", () => {
    expect(tracesText([trace], ["A note."])).toBe(
      `A note.\n\nhub weu (${HUB}) -> 10.0.0.4\n  1. one step\n  2. and another at hub weu\n`,
    );
    const blocks = (count: number) =>
      tracesText(
        numbers(count).map(() => trace),
        [],
      ).split("\n\n");
    expect(blocks(200)).toHaveLength(200);
    expect(blocks(203).at(-1)).toBe("And 3 more: --from and --to narrow it down, JSON holds all.\n");
  });

  test("are cut where a comment is full", () => {
    const long = { ...trace, steps: numbers(40).map(() => "x".repeat(500)) };
    expect(tracesMarkdown([long, long, long, long], [])).toContain("And 2 more, for which there is no room here");
  });
});

describe("what changes path, for people", () => {
  const lost = change(1);
  const { outcome, via, over, reason } = row("10.0.0.0/24", CLEAR);
  const mended = change(2, { before: { outcome: "clear", via, over, reason }, after: lost.before });

  test("is nothing where nothing does", () => {
    expect(changesText([])).toBe("No packet goes another way.\n");
    expect(changesMarkdown([])).toBe("## wanproof routes\n\n### Paths that change: none\n");
  });

  test("says what is no longer encrypted, and how many of all", () => {
    expect(outcome).toBe("clear");
    expect(changesText([lost, mended])).toBe(`10.0.1.0/24  no longer encrypted
  from hub weu (${HUB})
  encrypted over site hq, link a (${LINK}) (only-candidate), then not routed

10.0.2.0/24
  from hub weu
  clear over circuit ams (${CIRCUIT}) (not-advertised-over-vpn), then encrypted over site hq, link a (only-candidate)

Changed: 2, of which no longer encrypted: 1
`);
  });

  test("is a table in Markdown", () => {
    const hub = "hub weu";
    expect(changesMarkdown([lost, mended]).split("\n")).toEqual([
      "## wanproof routes",
      "",
      "### Paths that change (2, no longer encrypted: 1)",
      "",
      "| Destination | From | What changes |",
      "| --- | --- | --- |",
      `| 10.0.1.0/24 | ${hub} (azurerm&#95;virtual&#95;hub.hub) | **no longer encrypted**<br>encrypted over site hq, link a (azurerm&#95;vpn&#95;gateway&#95;connection.hq&#35;\u2060a) (only-candidate), then not routed |`,
      `| 10.0.2.0/24 | ${hub} | clear over circuit ams (azurerm&#95;express&#95;route&#95;connection.ams) (not-advertised-over-vpn), then encrypted over site hq, link a (only-candidate) |`,
      "",
    ]);
  });

  test("shows 200, and counts the others", () => {
    const blocks = (count: number) => changesText(numbers(count).map((number) => change(number))).split("\n\n");
    expect(blocks(200)).toHaveLength(201);
    expect(blocks(205).slice(-2)).toEqual([
      "And 5 more: --from and --to narrow it down, JSON holds all.",
      "Changed: 205, of which no longer encrypted: 205\n",
    ]);
  });
});
