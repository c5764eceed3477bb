import { means, type Step } from "./wildcard";

/**
 * Whether a path is one that a pattern means: `*` stands for any characters of one name, `**` for any folders, `?` for
 * one character, and everything else for itself. A pattern that ends with `/` means all that is in that folder.
 * Paths have `/` between names and are relative to the folder of the configuration.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/^(?:\.\/)+/, "").replace(/\/$/, "/**");
  const steps = plain.split(/(\*\*\/|\*\*|\*|\?)/).flatMap((piece) => WILDCARDS.get(piece) ?? literally(piece));
  return (path) => means(steps, [...path]);
}

/** What is wrong with a pattern of ignored paths; undefined where nothing is. */
export function faultOfPathPattern(pattern: string): string | undefined {
  if (pattern.trim() === "") {
    return "is empty; name a file or folder, such as examples/**";
  }
  if (pattern.startsWith("!")) {
    return "begins with !, and no path can be taken out of the ignored ones; name those that are ignored";
  }
  if (pattern.includes("\\")) {
    return "holds a backslash; write / between names";
  }
  if (/^(?:\/|[A-Za-z]:)/.test(pattern)) {
    return "is absolute; paths are relative to the folder of the configuration";
  }
  if (!/[^*?./]/.test(pattern)) {
    return "would ignore every path there is; name a file or folder, such as examples/**";
  }
  return undefined;
}

function literally(text: string): readonly Step[] {
  return [...text].map((character): Step => ({ is: "itself", character }));
}

const inName = (character: string) => character !== "/";

const WILDCARDS: ReadonlyMap<string, readonly Step[]> = new Map<string, readonly Step[]>([
  ["**/", [{ is: "folders" }]],
  ["**", [{ is: "any", takes: () => true }]],
  ["*", [{ is: "any", takes: inName }]],
  ["?", [{ is: "one", takes: inName }]],
]);
