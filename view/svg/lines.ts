import { xmlText } from "../../text/xml";
import type { Course, Placed, Spot } from "../dot/layout";
import { labelSize } from "../dot/sizes";
import type { Line } from "../picture/picture";
import { labelOf, type State, stateOfWays, type Tally, type Way } from "../state/state";
import { element, textAt } from "./element";
import { signAt } from "./signs";

/** What a picture is drawn with. */
export interface Drawn {
  readonly placed: Placed;
  readonly tally: Tally;
  /** How the page calls ways, where it redraws them. */
  /** Whether it stands on a page, where places can be chosen. */
  readonly isLive: boolean;
  readonly waysText?: (ways: readonly Way[]) => string;
}

/** All lines, and then their labels, which nothing may cover. */
export function drawLines(drawn: Drawn): string {
  const { picture, lines } = drawn.placed;
  return picture.lines
    .map((line) => {
      const course = lines.get(line.id);
      return course === undefined ? "" : drawLine(line, course, drawn);
    })
    .join("\n");
}

function drawLine(line: Line, { points, label }: Course, { tally, waysText, isLive }: Drawn): string {
  const { kind, ways, id } = line;
  const state = kind === "inside" ? undefined : stateOfWays(ways, tally);
  const d = courseOf(points);
  const words = state === undefined || kind === "inside" ? "" : labelOf(kind, ways, tally);
  return element(
    "g",
    {
      class: ["line", kind, ...(state === undefined ? [] : [state])].join(" "),
      id,
      ...(waysText === undefined || state === undefined ? {} : { "data-ways": waysText(ways), "data-kind": kind }),
    },
    element("title", {}, xmlText(words === "" ? line.told : `${line.told}: ${words}`)),
    ...(kind === "circuit" ? [element("path", { class: "pipe", d })] : []),
    element("path", { class: "way", d }),
    ...(kind === "tunnel" ? [element("path", { class: "core", d })] : []),
    ...(label === undefined || state === undefined ? [] : [drawLabel(label, words, state, isLive)]),
  );
}

function drawLabel(at: Spot, words: string, state: State, isLive: boolean): string {
  const { width, height } = labelSize(words);
  const [x, y] = [at.x - width / 2, at.y - height / 2];
  return element(
    "g",
    { class: "label" },
    element("rect", { x, y, width, height, rx: height / 2 }),
    signAt(state, x + 6, y + 4, isLive),
    textAt(x + 22, y + 14, words),
  );
}

function courseOf([first, ...others]: readonly Spot[]): string {
  const spot = ({ x, y }: Spot) => `${x} ${y}`;
  return first === undefined ? "" : `M${spot(first)}C${others.map(spot).join(" ")}`;
}
