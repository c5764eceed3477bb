import { markdownText } from "../text/markdown-text";
import { plain, plainJson } from "../text/plain";
import type { Breach, DeclaredChange, DeclaredWay } from "./contract";
import { changeObject } from "./json";
import { changesSection } from "./markdown";
import { changesText, type RoutesTextOptions } from "./text";

/** Whether what changes is what was declared. */
export function isKept({ undeclared, missing }: Breach): boolean {
  return undeclared.length + missing.length === 0;
}

/** What differs from the declaration, for people. */
export function breachText(breach: Breach, file: string, options: RoutesTextOptions = {}): string {
  const { undeclared, missing } = breach;
  if (isKept(breach)) {
    return `The paths that change are those that ${plain(file)} declares.\n`;
  }
  return [
    ...(undeclared.length === 0 ? [] : [`Not declared in ${plain(file)}:\n`, changesText(undeclared, options)]),
    ...(missing.length === 0
      ? []
      : [
          `Declared in ${plain(file)}, and doesn't happen:\n`,
          ...missing.slice(0, MOST).map((one) => `${declaredLines(one).join("\n")}\n`),
          ...more(missing.length),
        ]),
  ].join("\n");
}

/** The same as JSON. */
export function breachJson({ undeclared, missing }: Breach): string {
  const held = { version: 1, undeclared: undeclared.map(changeObject), missing };
  return plainJson(`${JSON.stringify(held, undefined, 2)}\n`);
}

/** The same as Markdown. */
export function breachMarkdown(breach: Breach, file: string): string {
  const { undeclared, missing } = breach;
  const parts = isKept(breach)
    ? [`The paths that change are those that are declared in ${JSON.stringify(plain(file))}.`]
    : [
        ...(undeclared.length === 0 ? [] : ["**Not declared**", changesSection(undeclared, ROOM)]),
        ...(missing.length === 0
          ? []
          : [
              "**Declared, and doesn't happen**",
              missing
                .slice(0, MOST)
                .map(
                  (one) =>
                    `- ${markdownText(
                      declaredLines(one)
                        .map((line) => line.trim())
                        .join(" · "),
                    )}`,
                )
                .join("\n"),
              ...more(missing.length),
            ]),
      ];
  return `## wanproof routes\n\n${parts.join("\n\n")}\n`;
}

const ROOM = 30_000;
const MOST = 200;

/** In a file, places and connections are called by their addresses. */
function declaredLines({ destination, from, before, after }: DeclaredChange): readonly string[] {
  return [destination, `  from ${from}`, `  ${wayText(before)}, then ${wayText(after)}`].map(plain);
}

function wayText(way: DeclaredWay | null): string {
  return way === null
    ? "not routed"
    : [way.outcome, ...(way.via.length === 0 ? [] : [way.via.join(", ")])].join(" over ");
}

/** What is left out where there are many. */
function more(count: number): readonly string[] {
  return count > MOST ? [`And ${count - MOST} more; --format json has them all.`] : [];
}
