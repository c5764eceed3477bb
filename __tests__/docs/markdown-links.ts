/** A link of a Markdown page, as it is written. */
export interface Link {
  readonly target: string;
  /** Counts from 1. */
  readonly line: number;
}

/** The links of a page: inline, by reference, images, and in HTML. What stands in code is none. */
export function linksIn(markdown: string): readonly Link[] {
  return proseOf(markdown).flatMap((text, index) => {
    const prose = text.replace(/(`+)(?!`).+?(?<!`)\1(?!`)/g, "");
    const found = [INLINE, REFERENCE, HTML].flatMap((pattern) => [...prose.matchAll(pattern)]);
    return found.map(([, target = ""]) => ({ target: target.replace(/^<|>$/g, ""), line: index + 1 }));
  });
}

const INLINE = /\]\(\s*(<[^>]*>|[^\s)]+)(?:\s+["'(][^)]*)?\s*\)/g;
const REFERENCE = /^ {0,3}\[[^\]]+\]:\s+(\S+)/g;
const HTML = /<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"/g;

/** The anchors of a page, as GitHub makes them of its headings, and those that it gives itself. */
export function anchorsIn(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  for (const text of proseOf(markdown)) {
    const heading = /^ {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/.exec(text)?.[1];
    if (heading !== undefined) {
      const anchor = anchorOf(heading);
      const before = counts.get(anchor) ?? 0;
      counts.set(anchor, before + 1);
      anchors.add(before === 0 ? anchor : `${anchor}-${before}`);
    }
    for (const [, own = ""] of text.matchAll(/<a\s[^>]*?(?:id|name)="([^"]*)"/g)) {
      anchors.add(own);
    }
  }
  return anchors;
}

/** Of what a heading shows, letters, digits, underscores and hyphens are left, in small letters; a space is a hyphen. */
function anchorOf(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/<[^>]*>/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

/** Paths of this repository that a page names in code, such as `network/parts.ts`, with their lines. */
export function pathsNamedIn(markdown: string, folders: readonly string[]): readonly Link[] {
  return proseOf(markdown).flatMap((text, index) =>
    [...text.matchAll(/`([\w.@-]+\/[\w./-]*)`/g)]
      .map(([, target = ""]) => ({ target, line: index + 1 }))
      .filter(({ target }) => folders.includes(target.split("/")[0] ?? "")),
  );
}

/** The lines of a page; those in fenced code are empty. */
function proseOf(markdown: string): readonly string[] {
  let fence: string | undefined;
  return markdown.split(/\r?\n/).map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const [, marks = "", rest = ""] = mark ?? [];
    if (fence === undefined) {
      fence = marks === "" ? undefined : marks;
      return fence === undefined ? line : "";
    }
    if (marks.startsWith(fence) && rest.trim() === "") {
      fence = undefined;
    }
    return "";
  });
}
