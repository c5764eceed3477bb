import fc from "fast-check";
import { patience, sample } from "../../sample";
import { pathsIn, put, remove, type Tree, treeOf, valueAt } from "./deletions";
import { judged, outcomeOf } from "./judged";
import { edited } from "./mutation";
import { ALL_MUTATIONS } from "./mutations";
import { RICH } from "./rich";

const RUNS = sample(12, 120);

jest.setTimeout(patience(RUNS));

/** What tells nothing before apply: a variable without default, a data source and a resource of other providers. */
const UNTOLD: Tree = {
  variable: { untold: { type: "any" } },
  data: { http: { registry: { url: "https://registry.example" } } },
  resource: { terraform_data: { ipam: { input: "a" } } },
};
const EXPRESSIONS = ["${var.untold}", "${data.http.registry.response_body}", "${terraform_data.ipam.output}"];

function withUntold(configuration: Tree): Tree {
  return {
    ...configuration,
    variable: { ...treeOf(configuration.variable), ...treeOf(UNTOLD.variable) },
    data: UNTOLD.data ?? {},
    resource: { ...treeOf(configuration.resource), ...treeOf(UNTOLD.resource) },
  };
}

type Path = readonly (string | number)[];

/**
 * What can be deleted from a configuration without its being that of another network: a value or a block that is
 * written becomes an expression that nothing tells, a variable loses its default, and the output with the intent is
 * gone. A resource that is gone, or an attribute that nobody writes any more, is another network; so is one whose key
 * comes from something that isn't sensitive.
 */
function placesIn(configuration: Tree): Path[] {
  const inResources = pathsIn(configuration.resource, ["resource"]).filter(
    (path) => path.length > 3 && path.at(-1) !== "shared_key",
  );
  const inOutput = pathsIn(treeOf(configuration.output).network_intent, ["output", "network_intent"]).slice(1);
  const defaults = Object.keys(treeOf(configuration.variable)).map((name): Path => ["variable", name, "default"]);
  return [...inResources, ...inOutput, ...defaults, ["output"]];
}

function forget(configuration: Tree, path: Path, expression: string): void {
  const isGone = path.at(-1) === "output" || path.at(-1) === "default";
  if (valueAt(configuration, path) === undefined) {
    return;
  }
  if (isGone) {
    remove(configuration, path);
  } else {
    put(configuration, path, expression);
  }
}

describe("a configuration that tells less", () => {
  const failing = ALL_MUTATIONS.filter(({ planOnly }) => planOnly !== true).flatMap((mutation) => {
    const configuration = edited(RICH, mutation.edit);
    if (judged(configuration).verdict !== "fail") {
      return [];
    }
    const addresses = [
      ...Object.keys(mutation.edit).map((path) => path.split(".").slice(0, 2).join(".")),
      mutation.expected.address,
    ];
    const all = placesIn(configuration);
    const near = all.filter(([, type, name]) => addresses.includes(`${type}.${name}`) || type === "network_intent");
    return [{ id: mutation.id, configuration: withUntold(configuration), all, near }];
  });
  const turns = fc.array(fc.tuple(fc.boolean(), fc.nat(), fc.constantFrom(...EXPRESSIONS)), {
    minLength: 1,
    maxLength: 5,
  });

  it("never passes where it fails as a whole", () => {
    fc.assert(
      fc.property(fc.constantFrom(...failing), turns, ({ id, configuration, all, near }, deletions) => {
        const copy = structuredClone(configuration);
        const paths = deletions.flatMap(([isNear, at]) => {
          const places = isNear && near.length > 0 ? near : all;
          return places.slice(at % places.length, (at % places.length) + 1);
        });
        paths.forEach((path, index) => {
          forget(copy, path, deletions[index]?.[2] ?? "");
        });
        const outcome = outcomeOf(() => judged(copy));
        expect({ id, paths: paths.map((path) => path.join(".")), outcome }).not.toMatchObject({ outcome: "pass" });
      }),
      { numRuns: RUNS },
    );
  });

  it("never fails where it passes as a whole", () => {
    const whole = withUntold(RICH);
    const all = placesIn(RICH);
    fc.assert(
      fc.property(turns, (deletions) => {
        const copy = structuredClone(whole);
        const paths = deletions.flatMap(([, at]) => all.slice(at % all.length, (at % all.length) + 1));
        paths.forEach((path, index) => {
          forget(copy, path, deletions[index]?.[2] ?? "");
        });
        const outcome = outcomeOf(() => judged(copy));
        expect({ paths: paths.map((path) => path.join(".")), outcome }).not.toMatchObject({ outcome: "fail" });
      }),
      { numRuns: RUNS },
    );
  });
});
