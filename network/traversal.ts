/** One step of a path such as `module.site["a.b"].azurerm_vpn_site.this.link[0]`: `.name`, or `[key]`. */
export type Step = { readonly name: string } | { readonly key: string | number };

/**
 * Cuts a Terraform address or a reference of a plan into steps. Keys may hold dots, brackets, spaces and escaped quotes.
 * Undefined where the text is nothing of the kind.
 */
export function parseTraversal(text: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text[at] === "[" ? keyStepAt(text, at) : nameStepAt(text, text[at] === "." && at > 0 ? at + 1 : at);
    if (next === undefined) {
      return undefined;
    }
    steps.push(next.step);
    at = next.end;
  }
  return steps.length === 0 ? undefined : steps;
}

interface Cut {
  readonly step: Step;
  readonly end: number;
}

function nameStepAt(text: string, start: number): Cut | undefined {
  const end = endOfName(text, start);
  const name = text.slice(start, end);
  // `list.0.id` is an old way to write `list[0].id`.
  return name === "" ? undefined : { step: isDigits(name) ? { key: Number(name) } : { name }, end };
}

function keyStepAt(text: string, start: number): Cut | undefined {
  const end = endOfKey(text, start);
  const key = end === undefined ? undefined : keyOf(text.slice(start + 1, end - 1));
  return end === undefined || key === undefined ? undefined : { step: { key }, end };
}

/** Writes steps the way Terraform writes them. */
export function writeTraversal(steps: readonly Step[]): string {
  let text = "";
  let dot = "";
  for (const step of steps) {
    text += "key" in step ? writeKey(step.key) : dot + step.name;
    dot = ".";
  }
  return text;
}

/** `["a"]` or `[0]`, as Terraform writes the key of an instance. */
export function writeKey(key: string | number): string {
  if (typeof key === "number") {
    return `[${key}]`;
  }
  const text = JSON.stringify(key);
  return `[${/[$%]\{/.test(text) ? text.replace(/[$%](?=\{)/g, (sign) => sign + sign) : text}]`;
}

/** `link[0].bgp[0].asn`, for a path inside a resource. */
export function writePath(path: readonly (string | number)[]): string {
  return writeTraversal(path.map((part) => (typeof part === "number" ? { key: part } : { name: part })));
}

function endOfName(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== "." && text[at] !== "[") {
    at += 1;
  }
  return at;
}

/** The position after the bracket that closes the one at `start`. */
function endOfKey(text: string, start: number): number | undefined {
  if (text[start + 1] !== '"') {
    const close = text.indexOf("]", start);
    return close < 0 ? undefined : close + 1;
  }
  for (let at = start + 2; at < text.length; at += 1) {
    if (text[at] === "\\") {
      at += 1;
    } else if (text[at] === '"') {
      return text[at + 1] === "]" ? at + 2 : undefined;
    }
  }
  return undefined;
}

function keyOf(inner: string): string | number | undefined {
  if (isDigits(inner)) {
    return Number(inner);
  }
  if (!inner.startsWith('"')) {
    return undefined;
  }
  try {
    const key: unknown = JSON.parse(inner);
    return typeof key === "string" ? key.replace(/([$%])\1(?=\{)/g, "$1") : undefined;
  } catch {
    return undefined;
  }
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
