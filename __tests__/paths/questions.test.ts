import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askChanges, askRoutes } from "../../paths/questions";
import { changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";

const folder = mkdtempSync(join(tmpdir(), "wanproof-questions-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, configuration: object): string {
  const file = join(folder, `${name}.tf.json`);
  writeFileSync(file, JSON.stringify(configuration));
  return file;
}

const now = written("now", SOUND);
const CIRCUIT = "azurerm_express_route_connection.stockholm";
const ADVERTISED = `network_intent.value.expressRoute["${CIRCUIT}"].advertises`;

describe("what is asked of the routes", () => {
  test("is told with the losses of every kind, or of the one that is asked for", () => {
    const kinds = (whenLost?: "all" | "circuit") => {
      const question = { from: "hub-sdc", to: "10.31.16.0/20", ...(whenLost === undefined ? {} : { whenLost }) };
      const { report } = askRoutes([now], question);
      return [...new Set(report.routes.flatMap((row) => row.whenLost.map(({ kind }) => kind)))].sort();
    };
    expect(kinds("all")).toEqual(["circuit", "link", "tunnel"]);
    expect(kinds()).toEqual(["circuit", "link", "tunnel"]);
    expect(kinds("circuit")).toEqual(["circuit"]);
  });

  test("is traced where it is one address, and only there", () => {
    expect(askRoutes([now], { from: "hub-sdc", to: "10.31.16.4" }).traces).toHaveLength(1);
    expect(askRoutes([now], { from: "hub-sdc", to: "10.31.16.0/20" }).traces).toBeUndefined();
    expect(askRoutes([now], {}).traces).toBeUndefined();
  });

  test("is what changes path from other inputs, of a place that is there at one time only too", () => {
    const before = written("before", changed(SOUND, { [ADVERTISED]: ["10.31.0.0/16", "10.31.20.0/24"] }));
    const changes = askChanges([now], before, { from: "hub-sdc", to: "10.31.20.0/24" });
    expect(changes.map((change) => [change.destination, change.before?.outcome, change.after?.outcome])).toEqual([
      ["10.31.20.0/24", "clear", "encrypted"],
    ]);
  });

  test("is refused where no time has the place, and what goes wrong otherwise isn't taken for that", () => {
    const before = written("before", changed(SOUND, { [ADVERTISED]: ["10.31.0.0/16", "10.31.20.0/24"] }));
    expect(() => askChanges([now], before, { from: "hub-nowhere" })).toThrow(/hub-nowhere/);
    const without = { "azurerm_virtual_hub_connection.app": undefined };
    const later = written("later", changed(SOUND, { ...without, [ADVERTISED]: ["10.31.16.0/24"] }));
    const changes = askChanges([later], now, { from: "azurerm_virtual_hub_connection.app" });
    expect(changes.length).toBeGreaterThan(0);
  });
});
