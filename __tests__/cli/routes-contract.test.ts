import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { BuiltCommand } from "./built-command";

const ADVERTISED = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';

let wanproof: BuiltCommand;

beforeAll(() => {
  wanproof = new BuiltCommand();
  wanproof.write("sound.tf.json", SOUND);
  wanproof.write("leak.tf.json", changed(SOUND, { [ADVERTISED]: ["10.31.0.0/16", "10.31.20.0/24"] }));
  wanproof.write("leaks.tf.json", changed(SOUND, { [ADVERTISED]: ["10.31.0.0/16", "10.31.20.0/24", "10.31.24.0/24"] }));
});

afterAll(() => wanproof.remove());

interface Declared {
  readonly version: 1;
  readonly changes: readonly { readonly destination: string; readonly from: string }[];
}

function written(name: string): Declared {
  return JSON.parse(readFileSync(join(wanproof.folder, name), "utf8"));
}

/** The file of what `leak.tf.json` changes. */
function declare(name: string): Declared {
  expect(wanproof.run(["routes", "leak.tf.json", "--diff", "sound.tf.json", "--write-expect", name]).code).toBe(0);
  return written(name);
}

describe("wanproof routes --diff --expect", () => {
  test("passes where what changes is what was declared", () => {
    declare("meant.json");
    const { code, out } = wanproof.run(["routes", "leak.tf.json", "--diff", "sound.tf.json", "--expect", "meant.json"]);
    expect([code, out]).toEqual([0, "The paths that change are those that meant.json declares.\n"]);
  });

  test("fails on a path that changes and was not declared, and shows that one alone", () => {
    declare("meant.json");
    const { code, out } = wanproof.run([
      "routes",
      "leaks.tf.json",
      "--diff",
      "sound.tf.json",
      "--expect",
      "meant.json",
    ]);
    expect(code).toBe(1);
    expect(out).toContain("Not declared in meant.json:\n\n10.31.24.0/24  no longer encrypted\n");
    expect(out).not.toContain("10.31.20.0/24");
  });

  test("fails on what was declared and doesn't happen", () => {
    declare("meant.json");
    const { code, out } = wanproof.run([
      "routes",
      "sound.tf.json",
      "--diff",
      "sound.tf.json",
      "--expect",
      "meant.json",
    ]);
    expect(code).toBe(1);
    expect(out).toContain(
      "Declared in meant.json, and doesn't happen:\n\n10.31.20.0/24\n  from azurerm_virtual_hub.sdc\n",
    );
    expect(out).toContain(
      "  encrypted over azurerm_vpn_gateway_connection.bergen#a, then clear over azurerm_express_route_connection.stockholm\n",
    );
  });

  test("goes by addresses, however the file cuts them into prefixes", () => {
    const { changes } = declare("meant.json");
    const halves = changes.flatMap((change) =>
      change.destination === "10.31.20.0/24"
        ? ["10.31.20.0/25", "10.31.20.128/25"].map((destination) => ({ ...change, destination }))
        : [change],
    );
    wanproof.write("halves.json", { version: 1, changes: halves });
    expect(wanproof.run(["routes", "leak.tf.json", "--diff", "sound.tf.json", "--expect", "halves.json"]).code).toBe(0);
    wanproof.write("half.json", {
      version: 1,
      changes: halves.filter(({ destination }) => destination !== "10.31.20.128/25"),
    });
    const { code, out } = wanproof.run(["routes", "leak.tf.json", "--diff", "sound.tf.json", "--expect", "half.json"]);
    expect([code, out.includes("10.31.20.128/25  no longer encrypted")]).toEqual([1, true]);
  });

  test("tells the difference as JSON and Markdown too", () => {
    declare("meant.json");
    const args = ["routes", "leaks.tf.json", "--diff", "sound.tf.json", "--expect", "meant.json", "--format"];
    const { undeclared, missing } = JSON.parse(wanproof.run([...args, "json"]).out);
    expect([new Set(undeclared.map(({ destination }: { destination: string }) => destination)), missing]).toEqual([
      new Set(["10.31.24.0/24"]),
      [],
    ]);
    expect(wanproof.run([...args, "markdown"]).out).toContain("**Not declared**");
  });

  test.each([
    ["no JSON", "x: 1", "is not JSON; wanproof routes --diff --write-expect FILE makes such a file"],
    [
      "something else",
      { version: 1 },
      "declares no path changes; wanproof routes --diff --write-expect FILE makes such a file",
    ],
    [
      "changes that are none",
      { version: 1, changes: [{ direction: "up" }, { direction: "to-azure", from: "a", destination: "10.0.0.1/8" }] },
      'changes[0] has a direction that is none: right would be to-onprem or to-azure\nwanproof: bad.json: changes[1] has the destination "10.0.0.1/8", which is no IPv4 prefix',
    ],
  ])("refuses a file with %s", (_, content, line) => {
    wanproof.write("bad.json", content);
    expect(wanproof.run(["routes", "leak.tf.json", "--diff", "sound.tf.json", "--expect", "bad.json"])).toEqual({
      code: 2,
      out: "",
      err: `wanproof: bad.json: ${line}\n`,
    });
  });

  test("asks for --diff", () => {
    expect(wanproof.run(["routes", "leak.tf.json", "--expect", "meant.json"])).toMatchObject({
      code: 2,
      err: "wanproof: --expect is about what changes path: add --diff\n",
    });
  });
});
