import { ARM_TYPES } from "../network/ledger/arm-types";
import type { Attributes } from "../network/ledger/attributes";
import { type AttributeEntry, entriesOf, LEDGER } from "../network/ledger/ledger";
import { TYPES } from "../network/ledger/types";

const HEAD = `# What is read, and what is not

Made from the ledger that the readers themselves follow (\`npm run coverage-page\`). For each type that is judged, every attribute
and block of azurerm's schema (4.81, and names of 5.x) stands here once:

- **read**: it decides something that a rule says or that \`wanproof routes\` shows; the fact that it becomes is named;
- **without effect** on addresses, routes, encryption and availability, with the reason;
- **not modelled**: where somebody sets it, what it could change is undecided, and the report names it.

A path of a block stands for all inside it that has no entry of its own. Types that could matter and that no rule speaks of are
**seen**: a report names each under "Not judged", with what it could do.
`;

/** \`docs/coverage.md\`, made of the ledger. */
export function coveragePage(): string {
  return `${[HEAD, ...seen(), ...judged(), ...without()].join("\n")}\n`;
}

function seen(): string[] {
  const types = [...TYPES].flatMap(([type, entry]) => {
    const could = entry.kind === "without effect" ? undefined : entry.could;
    return could === undefined ? [] : [{ type, could }];
  });
  const arm = [...ARM_TYPES].flatMap(([type, entry]) =>
    entry.kind === "seen" ? [{ type: `Microsoft.Network/${type}`, could: entry.could }] : [],
  );
  return [
    "## Seen and not judged",
    "",
    "| type | it could |",
    "|---|---|",
    ...[...types, ...arm].sort(byType).map(({ type, could }) => `| \`${type}\` | ${could} |`),
    "",
  ];
}

function judged(): string[] {
  const types = Object.entries(LEDGER).sort(([a], [b]) => (a < b ? -1 : 1));
  return ["## Judged", "", ...types.flatMap(([type, { resource, data }]) => [...ofType(type, resource, data)])];
}

function ofType(type: string, resource: Attributes, data: Attributes | undefined): string[] {
  const own = [`### ${type}`, "", ...table(entriesOf(resource)), ""];
  return data === undefined ? own : [...own, `As a data source, \`data.${type}\`:`, "", ...table(entriesOf(data)), ""];
}

function table(entries: readonly AttributeEntry[]): string[] {
  return [
    "| attribute | what becomes of it |",
    "|---|---|",
    ...entries.map((one) => `| \`${one.path}\` | ${told(one)} |`),
  ];
}

function told(entry: AttributeEntry): string {
  switch (entry.kind) {
    case "read":
      return `read: ${entry.by.startsWith("rule ") ? entry.by.replace(/^rule (.+)$/, "rule [$1](rules/$1.md)") : entry.by}`;
    case "without effect":
      return `without effect: ${entry.because}`;
    case "not modelled":
      return `**not modelled**: it could ${entry.could}`;
  }
}

function without(): string[] {
  const types = [...TYPES].flatMap(([type, entry]) => (entry.kind === "without effect" ? [{ type, ...entry }] : []));
  const arm = [...ARM_TYPES].flatMap(([type, entry]) =>
    entry.kind === "without effect" ? [{ type: `Microsoft.Network/${type}`, ...entry }] : [],
  );
  return [
    "## Types without effect",
    "",
    "| type | why |",
    "|---|---|",
    ...[...types, ...arm].sort(byType).map(({ type, because }) => `| \`${type}\` | ${because} |`),
  ];
}

function byType(a: { readonly type: string }, b: { readonly type: string }): number {
  return a.type < b.type ? -1 : Number(a.type > b.type);
}
