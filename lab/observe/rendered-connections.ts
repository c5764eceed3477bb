/** Values of a swanctl file by where they stand: `azure1.children.azure1.rekey_time`. */
export function renderedValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const open: string[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    const [, section] = /^(\S+) \{$/.exec(line) ?? [];
    const [, key, value] = /^([^#\s]\S*) = (.*)$/.exec(line) ?? [];
    if (section !== undefined) {
      open.push(section);
    } else if (line === "}") {
      open.pop();
    } else if (key !== undefined && value !== undefined) {
      // The outermost section says only that these are connections.
      values.set([...open.slice(1), key].join("."), value);
    }
  }
  return values;
}

/** How charon shows a value that it was given; undefined where it shows none, as of algorithms before they are agreed on. */
function shown(key: string, value: string): readonly (readonly [string, string])[] {
  const seconds = /^(\d+)s$/.exec(value)?.[1];
  const name = key.slice(key.lastIndexOf(".") + 1);
  const at = (other: string) => key.slice(0, -name.length) + other;
  switch (name) {
    case "version":
      return [[key, `IKEv${value}`]];
    case "local_addrs":
    case "remote_addrs":
      return [[`${key}.${value}`, value]];
    case "local_ts":
    case "remote_ts":
      return [[`${at(name.replace("_", "-"))}.${value}`, value]];
    case "rekey_time":
    case "dpd_delay":
      return [[key, seconds ?? value]];
    case "rekey_bytes":
      return [[key, value]];
    case "dpd_action":
    case "close_action":
      return [[key, ACTIONS.get(value) ?? value]];
    case "id":
      return [[key.replace(/\.(local|remote)\.id$/, ".$1-1.id"), value]];
    default:
      return [];
  }
}

/** What charon calls actions that have an older name. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ["restart", "start"],
  ["clear", "none"],
]);

/** What of a rendered file charon doesn't run as it stands there. */
export function notLoaded(text: string, loaded: ReadonlyMap<string, string>): string[] {
  return [...renderedValues(text)].flatMap(([key, value]) =>
    shown(key, value).flatMap(([at, wanted]) => {
      const found = loaded.get(at);
      return found === wanted ? [] : [`${key} = ${value}, and it runs ${found ?? "without it"}`];
    }),
  );
}
