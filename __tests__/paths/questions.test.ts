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

  test("is refused where the destination is none, or isn't IPv4", () => {
    const refused = (to: string) => () => askRoutes([now], { to });
    expect(refused("10.31.16.7/20")).toThrow(
      "--to 10.31.16.7/20 is neither an address nor a prefix: it has host bits set; right would be 10.31.16.0/20",
    );
    expect(refused("somewhere")).toThrow(/^--to somewhere is neither an address nor a prefix: /);
    expect(refused("2001:db8::1")).toThrow("--to 2001:db8::1: hubs carry IPv4 only");
    expect(refused("2001:db8::/32")).toThrow("--to 2001:db8::/32: hubs carry IPv4 only");
  });

  test("is refused where both times come from stdin, or nothing tells what was before", () => {
    expect(() => askChanges([now, "-"], "-", {})).toThrow("-: what was before and after can't both come from stdin");
    expect(() => askChanges([now], undefined, {})).toThrow(/doesn't tell what was before the change/);
  });

  test("is what changes path at every place towards every destination, where nobody asks for less", () => {
    const before = written("before", changed(SOUND, { [ADVERTISED]: ["10.31.0.0/16", "10.31.20.0/24"] }));
    const changes = askChanges([now], before, {});
    expect(changes.map(({ from, destination }) => [from, destination])).toEqual([
      ["azurerm_virtual_hub.sdc", "10.31.20.0/24"],
      ["azurerm_virtual_hub_connection.app", "10.31.20.0/24"],
    ]);
  });

  test("is about a place that was there before only", () => {
    const without = { "azurerm_virtual_hub_connection.app": undefined };
    const later = written("later", changed(SOUND, without));
    const changes = askChanges([later], now, { from: "spoke vnet-app" });
    expect(changes.every(({ after }) => after === null)).toBe(true);
    expect(changes.map(({ destination, before }) => [destination, before?.outcome])).toContainEqual([
      "10.31.16.0/20",
      "encrypted",
    ]);
  });
});
