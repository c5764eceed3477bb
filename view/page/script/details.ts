import { stateOfWays, type Tally, WORDS } from "../../state/state";
import type { PageData, PageItem } from "../page-data";
import { byId, make, signed } from "./elements";

/** Shows what is known of one item: facts, where it is written, its ways and its findings. */
export function showDetails(data: PageData, id: string, tally: Tally): void {
  const item = data.items.find((one) => one.id === id);
  if (item === undefined) {
    return;
  }
  const panel = byId("details");
  panel.replaceChildren(make("h3", "", `${item.kind} ${item.title}`), factsOf(item), ...waysOf(data, item, tally));
  panel.append(...findingsOf(data, item));
  panel.hidden = false;
  byId("picture").classList.add("with-details");
}

function factsOf({ details, address, source }: PageItem): HTMLElement {
  const list = make("dl", "");
  const add = (name: string, value: string) => list.append(make("dt", "", name), make("dd", "", value));
  for (const detail of details) {
    list.append(make("dd", "fact", detail));
  }
  if (address !== undefined) {
    add("Terraform", address);
  }
  if (source !== undefined) {
    add("written in", source);
  }
  return list;
}

function waysOf(data: PageData, item: PageItem, tally: Tally): HTMLElement[] {
  const own = data.ways.flatMap(({ name, item: place }, way) =>
    place !== null && data.items[place] === item ? [{ name, way: String(way), isDoubtful: false }] : [],
  );
  const lines = own.map((one) => {
    const state = stateOfWays([one], tally);
    return make("li", "", signed(state, WORDS[state]), ` ${one.name}`);
  });
  return lines.length === 0 ? [] : [make("h4", "", "Ways that packets take"), make("ul", "plain", ...lines)];
}

function findingsOf(data: PageData, item: PageItem): HTMLElement[] {
  const own = data.findings.filter(({ item: place }) => data.items[place] === item);
  const lines = own.map(({ rule, message }) => make("li", "", make("b", "", rule), ` ${message}`));
  return lines.length === 0 ? [] : [make("h4", "", "Findings"), make("ul", "plain", ...lines)];
}
