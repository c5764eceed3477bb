import type { Problem } from "../../text/problem";
import { namesAt, textAt } from "./named-things";
import { pathInFile } from "./wording";

interface VariableUse {
  readonly path: readonly string[];
  readonly name: string;
  readonly kind: string;
}

/** One variable can't hold two kinds of secret: whoever sets it would give one away as the other. */
export function checkVariables(file: unknown): Problem[] {
  const kinds = new Map<string, VariableUse>();
  return usesIn(file).flatMap((use) => {
    const first = kinds.get(use.name) ?? use;
    kinds.set(use.name, first);
    const message = `${pathInFile(use.path)} is the variable of a ${use.kind}, and of the ${first.kind} in ${pathInFile(first.path)} too; take two variables`;
    return first.kind === use.kind ? [] : [{ path: use.path, at: "value" as const, message }];
  });
}

function usesIn(file: unknown): VariableUse[] {
  const circuits = namesAt(file, ["circuits"]).flatMap((circuit) => {
    const path = ["circuits", circuit];
    return [
      ...use(file, [...path, "peering", "sharedKey", "variable"], "peering's MD5 key"),
      ...namesAt(file, [...path, "connections"]).flatMap((hub) =>
        use(file, [...path, "connections", hub, "authorizationKey", "variable"], "circuit's authorization key"),
      ),
    ];
  });
  const sites = namesAt(file, ["sites"]).flatMap((site) =>
    tunnelsOf(file, ["sites", site]).flatMap((tunnel) =>
      use(file, [...tunnel, "preSharedKey", "variable"], "pre-shared key"),
    ),
  );
  const webhooks = ["monitoring", "actionGroup", "webhooks"];
  const receivers = namesAt(file, webhooks).flatMap((receiver) =>
    use(file, [...webhooks, receiver, "variable"], "webhook's address"),
  );
  return [...circuits, ...sites, ...receivers];
}

function tunnelsOf(file: unknown, site: readonly string[]): string[][] {
  return [
    [...site, "tunnel"],
    ...namesAt(file, [...site, "links"]).map((link) => [...site, "links", link, "tunnel"]),
    ...namesAt(file, [...site, "connections"]).flatMap((hub) => {
      const links = [...site, "connections", hub, "links"];
      return namesAt(file, links).map((link) => [...links, link]);
    }),
  ];
}

function use(file: unknown, path: readonly string[], kind: string): VariableUse[] {
  const name = textAt(file, path);
  return name === undefined ? [] : [{ path, name, kind }];
}
