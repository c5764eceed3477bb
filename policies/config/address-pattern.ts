import { means, type Step } from "./wildcard";

/**
 * Whether a Terraform address is one that a pattern means. Everything in a pattern stands for itself, the brackets of
 * instance keys too, but `*`:
 *
 * - in a part of the address, any characters of that part: `azurerm_vpn_site.b*.x`, `module.*.azurerm_vpn_site.hq`,
 *   where a module's name comes with its instance key;
 * - in an instance key, any characters of that key: `hub["we*"]`, and `hub[*]` for every key;
 * - at the very end, all that follows: `module.hub["weu"].*`.
 *
 * A resource that no input describes is known by its Azure id, which is compared without regard to case.
 */
export function addressPattern(pattern: string): (address: string) => boolean {
  const isId = /^\/subscriptions\//i.test(pattern);
  const split = isId ? inId : inAddress;
  const told = isId ? pattern.toLowerCase() : pattern;
  if (!told.includes("*")) {
    return (address) => (isId ? address.toLowerCase() : address) === told;
  }
  const steps = stepsOf(split(told));
  const opening = told.slice(0, told.indexOf("*"));
  return (address) => {
    const text = isId ? address.toLowerCase() : address;
    return text.startsWith(opening) && means(steps, split(text));
  };
}

/** Why a text is no pattern of addresses; undefined where it is one. An empty one is for whoever asks for a text. */
export function faultOfAddressPattern(pattern: string): string | undefined {
  const names = pattern.replace(/^\/subscriptions\//i, "");
  return names.trim() !== "" && !names.split(/[./]/).some(isWhole)
    ? `${JSON.stringify(pattern)} would suppress the rule everywhere; name a resource or a module, such as module.lab.*`
    : undefined;
}

/** Whether a part of an address is named: of `azurerm_*` there is nearly everything. */
function isWhole(part: string): boolean {
  return /[\p{L}\p{N}]/u.test(part) && !part.includes(STAR);
}

// A character of an address comes with what it is there, so that a dot in an instance key is none between two parts.
const STAR = "*";

function stepsOf(characters: readonly string[]): readonly Step[] {
  return characters.map((character, index): Step => {
    // A star behind a backslash stands for itself, which no address holds: Terraform writes no such escape.
    if (!character.endsWith(`:${STAR}`)) {
      return { is: "itself", character };
    }
    const isLast = characters.slice(index).every((one) => one === character);
    return { is: "any", takes: takenBy(character, isLast, isWholeKey(characters, index)) };
  });
}

function takenBy(star: string, isLast: boolean, isWholeKey: boolean): (character: string) => boolean {
  switch (star) {
    case `text:${STAR}`:
      return (character) => character.startsWith("text:");
    case `index:${STAR}`:
      return isWholeKey
        ? (character) => /^(?:text|index|quote):/.test(character)
        : (character) => /^index:\d$/.test(character);
    case `id:${STAR}`:
      return isLast ? () => true : (character) => character !== "id:/";
    default:
      return isLast ? () => true : (character) => character !== "part:.";
  }
}

function isWholeKey(characters: readonly string[], index: number): boolean {
  return characters[index - 1] === "open:[" && characters[index + 1] === "close:]";
}

function inId(text: string): readonly string[] {
  return [...text].map((character) => `id:${character}`);
}

/** The characters of an address with the place they are in: `part:h`, `open:[`, `quote:"`, `text:a`, `index:1`, `close:]`. */
function inAddress(text: string): readonly string[] {
  let place: "part" | "index" | "text" = "part";
  return (text.match(/\\.|./gsu) ?? []).map((character) => {
    const was = place;
    if (was === "part" && character === "[") {
      place = "index";
      return "open:[";
    }
    if (was === "index" && character === "]") {
      place = "part";
      return "close:]";
    }
    if (was !== "part" && character === '"') {
      place = was === "text" ? "index" : "text";
      return 'quote:"';
    }
    return `${was}:${character}`;
  });
}
