import { LabError } from "../system/lab-error";

/** A tunnel that charon has. */
export interface Sa {
  readonly name: string;
  /** `ESTABLISHED` */
  readonly state: string;
  readonly local: string;
  readonly remote: string;
  /** `AES_CBC-256/HMAC_SHA2_384_192/PRF_HMAC_SHA2_384/ECP_384` */
  readonly algorithms: string;
  readonly children: readonly ChildSa[];
}

export interface ChildSa {
  readonly name: string;
  /** `INSTALLED` */
  readonly state: string;
  readonly spiIn: string;
  readonly spiOut: string;
  /** `AES_GCM_16-256`; once keys were made anew, `AES_GCM_16-256/ECP_384` */
  readonly algorithms: string;
}

interface Section {
  readonly values: Map<string, string>;
  readonly sections: Map<string, Section>;
}

/**
 * Reads what `swanctl --list-sas --pretty` prints.
 * @throws LabError where it is anything else
 */
export function sasIn(text: string, node: string): Sa[] {
  return eventsIn(text, "list-sa", node).flatMap(({ sections }) =>
    [...sections].map(([name, own]): Sa => {
      const value = told(own, node, name);
      return {
        name,
        state: value("state"),
        local: value("local-host"),
        remote: value("remote-host"),
        algorithms: algorithmsOf(own, ["prf-alg", "dh-group"]),
        children: [...(own.sections.get("child-sas")?.sections.values() ?? [])].map((child): ChildSa => {
          const of = told(child, node, name);
          return {
            name: of("name"),
            state: of("state"),
            spiIn: child.values.get("spi-in") ?? "",
            spiOut: child.values.get("spi-out") ?? "",
            algorithms: algorithmsOf(child, ["dh-group"]),
          };
        }),
      };
    }),
  );
}

/** Reads what `swanctl --list-conns --pretty` prints: values by where they stand, such as `azure1.children.azure1.rekey_time`. */
export function connectionsIn(text: string, node: string): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  const add = ({ values, sections }: Section, before: string): void => {
    for (const [name, value] of values) {
      flat.set(`${before}${name}`, value);
    }
    for (const [name, section] of sections) {
      add(section, `${before}${name}.`);
    }
  };
  for (const event of eventsIn(text, "list-conn", node)) {
    add(event, "");
  }
  return flat;
}

function algorithmsOf({ values }: Section, more: readonly string[]): string {
  const size = values.get("encr-keysize");
  const names = [values.get("encr-alg"), values.get("integ-alg"), ...more.map((name) => values.get(name))];
  return names
    .map((name, index) => (index === 0 && name !== undefined && size !== undefined ? `${name}-${size}` : name))
    .filter((name) => name !== undefined)
    .join("/");
}

function told({ values }: Section, node: string, name: string): (key: string) => string {
  return (key) => {
    const value = values.get(key);
    if (value === undefined) {
      throw new LabError([`swanctl of ${node} doesn't tell ${key} of ${name}`]);
    }
    return value;
  };
}

function eventsIn(text: string, event: string, node: string): Section[] {
  const found: Section[] = [];
  const open: Section[] = [];
  let isEnded = false;
  for (const line of text.split("\n").map((one) => one.trim())) {
    const [, kind, verb] = /^([\w-]+) (event|reply) \{\}?$/.exec(line) ?? [];
    if (open.length > 0) {
      enter(open, line);
    } else if (kind === event && verb === "event") {
      const one = { values: new Map(), sections: new Map() };
      found.push(one);
      open.push(one);
    } else if (verb === "reply") {
      isEnded = true;
    } else if (line !== "" && !(isEnded && line === "}")) {
      throw new LabError([`swanctl of ${node} says what can't be read: ${line.slice(0, 200)}`]);
    }
  }
  if (!isEnded || open.length > 0) {
    throw new LabError([`swanctl of ${node} breaks off`]);
  }
  return found;
}

function enter(open: Section[], line: string): void {
  const top = open.at(-1);
  const [, section] = /^(\S+)(?: =)? [{[]$/.exec(line) ?? [];
  const [, key, value] = /^(\S+) = (.*)$/.exec(line) ?? [];
  if (top === undefined || line === "") {
    return;
  }
  if (line === "}" || line === "]") {
    open.pop();
  } else if (section !== undefined) {
    const one: Section = { values: new Map(), sections: new Map() };
    top.sections.set(section, one);
    open.push(one);
  } else {
    // An element of a list has no key.
    top.values.set(key ?? line, value ?? line);
  }
}
