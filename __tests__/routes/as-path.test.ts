import { literalPrefix } from "../../address/prefix";
import { type AsPath, knownPath, PATH_OF_AZURE, pathOverExpressRoute, UNTOLD_PATH } from "../../routes/as-path";
import { comesThrough, throughMap } from "../../routes/route-map";
import { mapOf, type Rule } from "./route-maps";

const PREFIX = literalPrefix("10.0.7.0/24");

function criterion(match_condition: string, ...as_path: readonly string[]): Rule {
  return { match: [{ match_condition, as_path }], action: [{ type: "Drop" }], next: "Terminate" };
}

/** Whether a rule drops a route by its AS path. */
function isDropped(asPath: AsPath, condition: string, ...asns: readonly string[]): boolean | "open" {
  const mapped = throughMap(mapOf([criterion(condition, ...asns)]), { prefix: PREFIX, asPath });
  return mapped === "dropped" ? true : "prefix" in mapped ? false : "open";
}

describe("the AS path of what comes over ExpressRoute", () => {
  test("has 12076 on it, stated or not, and it counts", () => {
    expect(pathOverExpressRoute(["65020"]).asns).toEqual(["12076", "65020"]);
    expect(pathOverExpressRoute(["12076", "65020"]).asns).toEqual(["12076", "65020"]);
    expect(pathOverExpressRoute(["65001", "12076"]).asns).toEqual(["65001", "12076"]);
    expect(pathOverExpressRoute([]).asns).toEqual(["12076"]);
    expect(pathOverExpressRoute(undefined).asns).toBeUndefined();
  });

  test.each([
    ["stated without it", pathOverExpressRoute(["65020"])],
    ["that nobody stated", pathOverExpressRoute(undefined)],
  ])("is matched by 12076 where it is one %s", (_, path) => {
    expect(isDropped(path, "Contains", "12076")).toBe(true);
    expect(isDropped(path, "Contains", "64999", "12076")).toBe(true);
    expect(isDropped(path, "NotContains", "12076")).toBe(false);
    expect(isDropped(path, "Equals", "65020")).toBe(false);
    expect(isDropped(path, "NotEquals", "65020")).toBe(true);
  });

  test("is open for other AS numbers where nobody stated it", () => {
    const untold = pathOverExpressRoute(undefined);
    expect(isDropped(untold, "Contains", "65020")).toBe("open");
    expect(isDropped(untold, "Equals", "12076", "65020")).toBe("open");
    expect(isDropped(untold, "NotContains", "65020")).toBe("open");
    expect(isDropped(pathOverExpressRoute(["65020"]), "Contains", "65021")).toBe(false);
    expect(isDropped(pathOverExpressRoute(["65020"]), "Equals", "12076", "65020")).toBe(true);
  });

  test("is another one once a rule replaces it", () => {
    const replace = { action: [{ type: "Replace", parameter: [{ as_path: ["64496"] }] }], next: "Continue" };
    const through = (...rules: readonly Rule[]) =>
      throughMap(mapOf(rules), { prefix: PREFIX, asPath: pathOverExpressRoute(undefined) });
    expect(through(replace, criterion("Contains", "12076"))).toEqual({ prefix: PREFIX, asPath: knownPath(["64496"]) });
    expect(through(replace, criterion("Equals", "64496"))).toBe("dropped");
  });
});

describe("other AS paths", () => {
  test("of Azure's own prefixes are without 12076, and open else", () => {
    expect(isDropped(PATH_OF_AZURE, "Contains", "12076")).toBe(false);
    expect(isDropped(PATH_OF_AZURE, "NotContains", "12076")).toBe(true);
    expect(isDropped(PATH_OF_AZURE, "Equals", "12076")).toBe(false);
    expect(isDropped(PATH_OF_AZURE, "Contains", "12076", "65515")).toBe("open");
  });

  test("of tunnels may hold it where nobody stated them", () => {
    expect(isDropped(UNTOLD_PATH, "Contains", "12076")).toBe("open");
    expect(isDropped(knownPath(["65010"]), "Contains", "12076")).toBe(false);
  });

  test("hold what an earlier rule prepends", () => {
    const add = { action: [{ type: "Add", parameter: [{ as_path: ["64496"] }] }], next: "Continue" };
    const through = (asPath: AsPath, ...rules: readonly Rule[]) => throughMap(mapOf(rules), { prefix: PREFIX, asPath });
    expect(through(UNTOLD_PATH, add, criterion("Contains", "64496"))).toBe("dropped");
    expect(through(PATH_OF_AZURE, add, criterion("Equals", "64497"))).toMatchObject({ prefix: PREFIX });
  });
});

describe("a prefix that can't be told", () => {
  const UNKNOWNS = [{ decidedBy: ["var.space"] }];
  const through = (...rules: readonly Rule[]) => comesThrough(mapOf(rules), UNKNOWNS, PATH_OF_AZURE);

  test("comes through a map or not where no criterion asks for it", () => {
    expect(through()).toBe("yes");
    expect(through({ action: [{ type: "Drop" }], next: "Terminate" })).toBe("no");
    expect(through(criterion("Contains", "12076"))).toBe("yes");
    expect(through({ action: [{ type: "Replace", parameter: [{ route_prefix: ["10.0.0.0/8"] }] }] })).toBe("yes");
  });

  test("is open where one does", () => {
    const drop = { match: [{ match_condition: "Equals", route_prefix: ["10.0.7.0/24"] }], action: [{ type: "Drop" }] };
    expect(through({ ...drop, next: "Terminate" })).toEqual(UNKNOWNS);
  });
});
