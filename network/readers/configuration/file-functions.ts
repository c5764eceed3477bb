import { basename, dirname } from "node:path";
import { evaluate } from "../../expression/evaluate";
import { parseString } from "../../expression/parse";
import { SyntaxFault } from "../../expression/syntax";
import type { TerraformFunction } from "../../expression/terraform-function";
import { Failure, textOf } from "../../expression/value";
import { csvDecoded } from "../../hcl/csv";
import type { Repository } from "../../hcl/repository";
import { yamlDecoded } from "../../hcl/yaml";
import { type Attribute, isRecord, UnknownAttribute } from "../../resource";

/** Functions that read files, and those on what is in them. Nothing that they read is in anything that they say. */
export function fileFunctions(
  repository: Repository,
  told: (fault: string) => void,
): ReadonlyMap<string, TerraformFunction> {
  const read = (path: Attribute | undefined): string | Failure | undefined => {
    const name = path === undefined ? undefined : textOf(path);
    const file = name === undefined ? undefined : repository.file(name);
    if (file?.kind === "refused") {
      told(`${name} ${file.reason}, so it isn't read`);
    }
    return file?.kind === "text"
      ? file.text
      : file?.kind === "missing"
        ? new Failure({ decidedBy: ["file()"] })
        : undefined;
  };
  const functions = new Map<string, TerraformFunction>([
    ["file", ([path]) => read(path)],
    ["fileexists", ([path]) => exists(repository, path)],
    ["filebase64", ([path]) => inBase64(read(path))],
    ["basename", ([path]) => named(path, basename)],
    ["dirname", ([path]) => named(path, dirname)],
    ["yamldecode", ([text]) => (typeof text === "string" ? yamlDecoded(text) : undefined)],
    ["csvdecode", ([text]) => (typeof text === "string" ? csvDecoded(text) : undefined)],
  ]);
  return new Map([...functions, ["templatefile", ([path, names]) => rendered(read(path), names, functions)]]);
}

function exists(repository: Repository, path: Attribute | undefined): boolean | undefined {
  const name = path === undefined ? undefined : textOf(path);
  const file = name === undefined ? undefined : repository.file(name);
  return file === undefined || file.kind === "refused" ? undefined : file.kind === "text";
}

function inBase64(text: string | Failure | undefined): string | Failure | undefined {
  return typeof text === "string" ? Buffer.from(text, "utf8").toString("base64") : text;
}

function named(path: Attribute | undefined, name: (path: string) => string): string | undefined {
  return typeof path === "string" ? name(path) : undefined;
}

/** A template sees the names that it is given, and no others. */
function rendered(
  text: string | Failure | undefined,
  names: Attribute | undefined,
  functions: ReadonlyMap<string, TerraformFunction>,
): Attribute | undefined {
  if (typeof text !== "string" || names === undefined || !isRecord(names)) {
    return text instanceof Failure ? text : undefined;
  }
  try {
    const value = evaluate(parseString(text), {
      bindings: new Map(Object.entries(names)),
      place: "templatefile()",
      text: "",
      functions,
      outside: (steps) => ({ value: UNTOLD, used: steps.length }),
      into: () => UNTOLD,
    });
    return value === UNTOLD ? undefined : value;
  } catch (fault) {
    if (fault instanceof SyntaxFault) {
      return undefined;
    }
    throw fault;
  }
}

const UNTOLD = new UnknownAttribute({ decidedBy: ["templatefile()"] });
