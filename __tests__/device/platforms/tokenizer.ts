/** The statements of a file of strongSwan's, by the blocks around them, without values and comments. */
export function swanctlStatements(text: string): string[] {
  const around: string[] = [];
  const statements: string[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    const opened = /^([A-Za-z0-9-]+) \{$/.exec(line);
    const said = /^([a-z0-9_-]+) = [^{}#\n]+$/.exec(line);
    if (line === "" || line.startsWith("#")) {
      continue;
    }
    if (opened) {
      around.push(opened[1] ?? "");
      statements.push(around.join("."));
    } else if (said) {
      statements.push([...around, said[1]].join("."));
    } else if (line === "}" && around.length > 0) {
      around.pop();
    } else {
      throw new Error(`no statement: ${line}`);
    }
  }
  if (around.length > 0) {
    throw new Error(`left open: ${around.join(".")}`);
  }
  return statements;
}

/** The commands of a file of FRR's, without descriptions and comments. */
export function frrCommands(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => !/^\s*!/.test(line) && line !== "")
    .map((line) => line.replace(/ description [A-Za-z0-9 .,_()/-]+$/, " description"));
}
