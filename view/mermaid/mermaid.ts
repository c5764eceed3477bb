import type { Block, Box, Line, Picture } from "../picture/picture";
import { labelOf, type State, stateOfWays, type Tally } from "../state/state";
import { kindWord } from "../svg/kind-word";
import { quoted } from "./mermaid-text";

/** A picture as a flowchart in Mermaid, as comments and wikis draw it. Blocks of several things are one node each. */
export function mermaidText(picture: Picture, tally: Tally): string {
  const inBox = (box: string | undefined) => picture.blocks.filter((block) => block.box === box).map(node);
  const frame = (box: Box): string[] => [
    `subgraph ${box.id}[${quoted([box.title, box.detail].filter((text) => text !== "").join(", "))}]`,
    ...[...inBox(box.id), ...picture.boxes.filter(({ parent }) => parent === box.id).flatMap(frame)].map(indented),
    "end",
  ];
  const states = picture.lines.map((line) => (line.kind === "inside" ? undefined : stateOfWays(line.ways, tally)));
  const styles = (["encrypted", "clear", "undecided"] as const).flatMap((state) => {
    const own = states.flatMap((one, index) => (one === state ? [index] : []));
    return own.length === 0 ? [] : [`linkStyle ${own.join(",")} stroke:${COLOURS[state]},stroke-width:2px`];
  });
  const lines = [
    ...inBox(undefined),
    ...picture.boxes.filter(({ parent }) => parent === undefined).flatMap(frame),
    ...picture.lines.map((line, index) => arrow(line, states[index], tally)),
    ...styles,
  ];
  return `flowchart LR\n${lines.map(indented).join("\n")}\n`;
}

// Both are read on light and on dark ground.
const COLOURS = { encrypted: "#2f81c7", clear: "#d1443a", undecided: "#9a63bd" };

const NAMED = 3;

function node({ id, heading, cells }: Block): string {
  const [first] = cells;
  const names = cells.slice(0, NAMED).map(({ item }) => item.title);
  const left = cells.length - names.length;
  const text =
    heading === undefined || cells.length < 2
      ? `${first === undefined ? "" : kindWord(first.item)} ${names.join(", ")}`
      : `${heading}: ${names.join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
  const [open, close] = first?.item.kind === "circuit" || first?.item.kind === "internet" ? ["([", "])"] : ["[", "]"];
  return `${id}${open}${quoted(text)}${close}`;
}

function arrow({ kind, from, to, ways }: Line, state: State | undefined, tally: Tally): string {
  if (kind === "inside" || state === undefined) {
    return `${from} --- ${to}`;
  }
  const text = quoted(`${SIGNS[state]}${labelOf(kind, ways, tally)}`);
  const [before, after] =
    kind === "tunnel" && state === "encrypted" ? ["==", "==="] : state === "clear" ? ["-.", ".-"] : ["--", "---"];
  return `${from} ${before} ${text} ${after} ${to}`;
}

const SIGNS: { readonly [state in State]: string } = {
  encrypted: "",
  clear: "! ",
  undecided: "? ",
  unprotected: "",
  idle: "",
};

function indented(line: string): string {
  return `  ${line}`;
}
