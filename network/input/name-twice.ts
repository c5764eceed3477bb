/**
 * Where an object of a JSON text has a name for the second time; undefined where none has. Terraform takes both, for two
 * blocks, and `JSON.parse` the second alone. Comments, which are called `//`, may stand there any number of times.
 *
 * @param text sound JSON
 * @returns the index of the second one's opening quote
 */
export function nameTwice(text: string): number | undefined {
  const open: Names[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case OBJECT:
      case LIST:
        open.push(new Names());
        break;
      case OBJECT_END:
      case LIST_END:
        open.pop();
        break;
      case QUOTE: {
        const end = endOfString(text, at);
        if (text.charCodeAt(afterSpace(text, end)) === COLON && open.at(-1)?.has(nameIn(text, at, end)) === true) {
          return at;
        }
        at = end - 1;
        break;
      }
    }
  }
  return undefined;
}

const [OBJECT, OBJECT_END, LIST, LIST_END, QUOTE, COLON, BACKSLASH] = [0x7b, 0x7d, 0x5b, 0x5d, 0x22, 0x3a, 0x5c];

/** The names of one object so far. Most have few, which are compared quicker one by one. */
class Names {
  private readonly few: string[] = [];
  private many: Set<string> | undefined;

  /** Whether a name was there already; it is there from then on. */
  has(name: string): boolean {
    if (name === "//") {
      return false;
    }
    if (this.many?.has(name) ?? this.few.includes(name)) {
      return true;
    }
    if (this.many === undefined && this.few.push(name) > FEW) {
      this.many = new Set(this.few);
    }
    this.many?.add(name);
    return false;
  }
}

const FEW = 16;

/** The index after a string that begins here. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      at += 1;
    } else if (code === QUOTE || at >= text.length) {
      return at + 1;
    }
  }
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) {
    at += 1;
  }
  return at;
}

function nameIn(text: string, from: number, end: number): string {
  const written = text.slice(from, end);
  return written.includes("\\") ? String(JSON.parse(written)) : written.slice(1, -1);
}
