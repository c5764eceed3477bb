import type { Told } from "../../network/facts/called/names";
import { type Phrase, textOf } from "../../network/facts/called/phrase";
import type { SourceLine } from "../../network/resource";
import type { Report } from "../../policies/report/report";
import { plain } from "../../text/plain";
import type { Estate, Item } from "../graph/estate";
import { placeKey } from "../graph/items";
import type { GuardedRow } from "../state/flows";
import { kindWord } from "../svg/kind-word";
import { foremost, wordOf } from "./foremost";
import { Numbered } from "./numbered";
import { type Beside, type PageData, type PageItem, type PageRow, packed } from "./page-data";

/** The data of a page, and the numbers that its pictures call ways by. */
export interface NumberedData {
  readonly data: PageData;
  readonly numberOfWay: (way: string) => number | undefined;
}

/** The engine's answers and the findings of one network, each text once. */
export function pageDataOf(estate: Estate, rows: readonly GuardedRow[], reports: readonly Report[]): NumberedData {
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
  const besides = new Numbered<string, Beside>();
  const origins = new Numbered<string, readonly number[]>();
  const itemNumber = (item: Item | undefined) => (item === undefined ? null : (numberOfItem.get(item) ?? null));
  const wayOf = (told: Told) =>
    ways.of(told.plain, () => ({ name: plain(told.name), item: itemNumber(itemOfWay.get(told.plain)) }));
  const placeOf = (told: Told) =>
    places.of(told.plain, () => ({ name: plain(told.name), item: itemNumber(items.get(told.address)) }));
  const originOf = (from: readonly number[]) => origins.of(from.join(), () => from);
  const besideOf = (beside: Beside) => besides.of(JSON.stringify(beside), () => beside);
  const textNumber = (text: string) => texts.of(text, () => plain(text));
  const rowOf = ({ route, from, destinations, isGuarded }: GuardedRow): PageRow => ({
    isBack: route.direction === "to-azure",
    from: originOf(from.map(placeOf)),
    to: destinations,
    outcome: route.outcome,
    isGuarded,
    over: route.over.map(wayOf),
    reason: route.reason,
    text: textNumber(route.sentence),
    beside: besideOf({
      others: route.alternatives.map(({ over, whyNot }) => [wayOf(over), textNumber(whyNot)] as const),
      lost: route.whenLost.map(
        (loss) => [losses.of(loss.lost, () => nameOf(loss.thing)), loss.outcome, loss.over.map(wayOf)] as const,
      ),
    }),
  });
  const pageRows = rows.map((row) => packed(rowOf(row)));
  const findings = reports.flatMap(foremost).flatMap(({ rule, input, address, message, ...how }) => {
    const item = itemAt(input, address);
    return item === null ? [] : [{ rule: `${wordOf(how)} ${rule}`, item, message: plain(message) }];
  });
  return {
    data: {
      items: estate.items.map(pageItem),
      ways: ways.all,
      places: places.all,
      texts: texts.all,
      losses: losses.all,
      origins: origins.all,
      besides: besides.all,
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
  const { id, title, details, address, source } = item;
  const written = sourceText(source);
  return {
    id,
    kind: kindWord(item),
    title,
    details,
    ...(address === undefined ? {} : { address }),
    ...(written === undefined ? {} : { source: written }),
  };
}

/** Where something is written, as a text. */
export function sourceText(source: SourceLine | undefined): string | undefined {
  return source === undefined ? undefined : plain(`${source.file}:${source.line}`);
}
