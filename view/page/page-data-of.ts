import type { Told } from "../../network/facts/called/names";
import { type Phrase, textOf } from "../../network/facts/called/phrase";
import type { SourceLine } from "../../network/resource";
import type { MarkedFinding } from "../../policies/judge/marked";
import type { Report } from "../../policies/report/report";
import { plain } from "../../text/plain";
import type { Estate, Item } from "../graph/estate";
import { placeKey } from "../graph/items";
import type { GuardedRow } from "../state/flows";
import { kindWord } from "../svg/kind-word";
import { Numbered } from "./numbered";
import type { PageData, PageFinding, PageItem, PageRow } from "./page-data";

/** The data of a page, and the numbers that its pictures call ways by. */
export interface NumberedData {
  readonly data: PageData;
  readonly numberOfWay: (way: string) => number | undefined;
}

/** The engine's answers and the findings of one network, each text once. */
export function pageDataOf(estate: Estate, rows: readonly GuardedRow[], report: Report): NumberedData {
  const numberOfItem = new Map(estate.items.map((item, index) => [item, index]));
  const itemAt = (input: string, address: string) => {
    const item = estate.byAddress.get(placeKey(input, address));
    return item === undefined ? null : (numberOfItem.get(item) ?? null);
  };
  const itemOfWay = new Map<string, Item>([
    ...estate.attachments.map(({ way, circuit }): [string, Item] => [way, circuit]),
    ...estate.tunnels.map(({ way, site }): [string, Item] => [way, site]),
  ]);
  const items = new Map(estate.items.map((item) => [item.address, item]));
  const ways = new Numbered<string, PageData["ways"][number]>();
  const places = new Numbered<string, PageData["places"][number]>();
  const texts = new Numbered<string, string>();
  const losses = new Numbered<string, string>();
  const itemNumber = (item: Item | undefined) => (item === undefined ? null : (numberOfItem.get(item) ?? null));
  const wayOf = (told: Told) =>
    ways.of(told.plain, () => ({ name: plain(told.name), item: itemNumber(itemOfWay.get(told.plain)) }));
  const placeOf = (told: Told) =>
    places.of(told.plain, () => ({ name: plain(told.name), item: itemNumber(items.get(told.address)) }));
  const textNumber = (text: string) => texts.of(text, () => plain(text));
  const rowOf = ({ route, from, destinations, isGuarded }: GuardedRow): PageRow => ({
    isBack: route.direction === "to-azure",
    from: from.map(placeOf),
    to: destinations,
    outcome: route.outcome,
    isGuarded,
    over: route.over.map(wayOf),
    reason: route.reason,
    text: textNumber(route.sentence),
    others: route.alternatives.map(({ over, whyNot }) => [wayOf(over), textNumber(whyNot)] as const),
    lost: route.whenLost.map(
      (loss) => [losses.of(loss.lost, () => nameOf(loss.thing)), loss.outcome, loss.over.map(wayOf)] as const,
    ),
  });
  const pageRows = rows.map(rowOf);
  const findings = report.findings.map((finding) => pageFinding(finding, itemAt(finding.input, finding.address)));
  return {
    data: {
      items: estate.items.map(pageItem),
      ways: ways.all,
      places: places.all,
      texts: texts.all,
      losses: losses.all,
      rows: pageRows,
      findings,
    },
    numberOfWay: (way) => ways.known(way),
  };
}

function nameOf(thing: Phrase<Told>): string {
  return plain(textOf(thing, ({ name }) => name));
}

function pageItem(item: Item): PageItem {
  const { id, title, details, address = null, source } = item;
  return { id, kind: kindWord(item), title, details, address, source: sourceText(source) };
}

function pageFinding(finding: MarkedFinding, item: number | null): PageFinding {
  const { rule, level, outcome, suppressed, address, path, source, message, remedy, docs, status = null } = finding;
  const words = [
    ...(suppressed === undefined ? [] : ["suppressed"]),
    ...(outcome === "undecided" ? [outcome] : []),
    level,
  ];
  return {
    rule,
    word: words.join(" "),
    isViolation: outcome === "violation" && suppressed === undefined,
    item,
    address: plain(address),
    path: plain(path),
    source: sourceText(source),
    message: plain(message),
    remedy: plain(remedy),
    docs,
    status,
  };
}

function sourceText(source: SourceLine | undefined): string | null {
  return source === undefined ? null : plain(`${source.file}:${source.line}`);
}
