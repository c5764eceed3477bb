import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const LIB = join(__dirname, "..", "..", "..", "lib");

/**
 * Interfaces that are no input of a construct, each with the reason. What a construct offers to others (`IVpnSite`) is
 * told by its name.
 */
const NO_INPUT: Readonly<Record<string, string>> = {
  AlertOfSet: "an alert as its set makes it",
  AddressCheck: "tells a check what to look for",
  LinkPlace: "a site tells its links where they are",
  CircuitParts: "what EncryptedExpressRoute makes of a circuit",
  ConnectedCircuit: "what EncryptedExpressRoute offers",
  ConnectedSite: "what EncryptedExpressRoute offers",
  ElementBelow: "what a suppression finds below its construct",
  StatedSuppression: "a suppression with the construct that says it",
  Dropping: "what a check of onTunnelLoss looks at",
  Underlay: "what EncryptedExpressRoute makes of its circuits and sites",
  UnderlayConnection: "what EncryptedExpressRoute makes of a circuit",
  UnderlayDevice: "what EncryptedExpressRoute makes of a link",
  Named: "the parameter of a route-map rule, as its Terraform has it",
  Peer: "a package that making Terraform needs",
  Place: "where an error is in a file",
  Timeouts: "timeouts, as Terraform has them",
  RoutingIds: "the routing of a connection, as its Terraform has it",
  WorkbookView: "a table or chart of a workbook, which Workbook makes",
  SourceLine: "a line of the person's code, for wanproof.sources.json",
};

/** `VpnSiteProps.tags` for every property that a person can give to a construct, as the source declares it. */
export function declaredProperties(): string[] {
  return sources()
    .flatMap(({ file, text }) => propertiesIn(text, file))
    .sort();
}

/** Names that are excused above, and that no source declares any more. */
export function staleExcuses(): string[] {
  const all = sources()
    .map(({ text }) => text)
    .join("\n");
  return Object.keys(NO_INPUT).filter((name) => !new RegExp(`interface ${name}\\b`).test(all));
}

function sources(): { readonly file: string; readonly text: string }[] {
  return readdirSync(LIB, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file, text: readFileSync(join(LIB, file), "utf8") }));
}

function propertiesIn(source: string, file: string): string[] {
  const plain = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const interfaces = [...plain.matchAll(/^(?:export )?interface (\w+)[^{]*\{([\s\S]*?)^\}/gm)];
  // An object in an alias, such as `export type NatRuleProps = NatRuleOptions & { readonly gateway: IVpnGateway };`.
  const aliases = [...plain.matchAll(/^export type (\w+)(?:<[^=]*>)? =([^;]*(?:;[^;]*?)*?);\n(?=\n|$)/gm)];
  return [
    ...interfaces.flatMap(([, name = "", body = ""]) => (isInput(name) ? propertiesOf(name, body, file) : [])),
    ...aliases.flatMap(([, name = "", body = ""]) =>
      isInput(name) ? [...body.matchAll(/readonly (\w+)\??: (?!never)/g)].map(([, own]) => `${name}.${own}`) : [],
    ),
  ];
}

function isInput(name: string): boolean {
  return !/^I[A-Z][a-z]/.test(name) && NO_INPUT[name] === undefined;
}

function propertiesOf(name: string, body: string, file: string): string[] {
  if (body.includes("{")) {
    throw new Error(`${file}: an object inside ${name} has no name of its own, so its properties can't be told`);
  }
  return body
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^ {2}readonly \w+\?: never;$/.test(line))
    .filter((line) => /^ {2}\S/.test(line) && !/^ {2}[|)&]/.test(line))
    .map((line) => {
      const property = /^ {2}readonly (\w+)\??:/.exec(line)?.[1];
      if (property === undefined) {
        throw new Error(`${file}: can't tell a property of ${name} from: ${line.trim()}`);
      }
      return `${name}.${property}`;
    });
}
