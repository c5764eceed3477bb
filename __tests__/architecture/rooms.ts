import type { Arrow, Graph } from "./graph";

/** A folder of the house: a row of the table in docs/architecture.md. Its files are those that no row below it names. */
export interface Room {
  /** `network/facts/` */
  readonly folder: string;
  readonly mayImport: readonly Leave[];
}

/** What the files of a room may import: those of another room, one file, or a package. */
export interface Leave {
  readonly of: string;
  readonly onlyTypes: boolean;
}

/** The rooms of a Markdown page, from the table that has the columns "folder" and "may import". */
export function roomsIn(markdown: string): readonly Room[] {
  const lines = markdown.split("\n");
  const start = lines.findIndex((line) => /^\| folder \|.*\| may import \|$/.test(line));
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  const rows = start < 0 ? [] : lines.slice(start + 2, length < 0 ? undefined : start + length);
  return rows.map((row) => {
    const cells = row.split("|").map((cell) => cell.trim());
    const [folder = ""] = namesIn(cells[1] ?? "");
    return { folder, mayImport: leavesIn(cells.at(-2) ?? "") };
  });
}

function namesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
}

function leavesIn(cell: string): Leave[] {
  return cell
    .split(/,\s*/)
    .flatMap((part) => namesIn(part).map((of) => ({ of, onlyTypes: part.startsWith("types of ") })));
}

/** What is wrong with the table itself: arrows run downward, so a room names rooms above its own row only. */
export function faultsOfRooms(rooms: readonly Room[]): readonly string[] {
  return rooms.flatMap(({ folder, mayImport }, index) => {
    const above = new Set(rooms.slice(0, index).map((room) => room.folder));
    return mayImport
      .filter(
        ({ of }) =>
          /(?:\/|\.ts)$/.test(of) && ![...above].some((room) => (of.endsWith("/") ? of === room : of.startsWith(room))),
      )
      .map(({ of }) => `${folder} names ${of}, which is no room above it`);
  });
}

/** Every import that no row of the table allows. */
export function forbiddenArrows(graph: Graph, rooms: readonly Room[]): readonly string[] {
  return [...graph].flatMap(([file, arrows]) => {
    const room = roomOf(file, rooms);
    if (room === undefined) {
      return [`${file} is in no room of the table`];
    }
    return arrows.flatMap((arrow) => {
      const target = roomOf(arrow.to, rooms)?.folder ?? arrow.to;
      const isAllowed = target === room.folder || room.mayImport.some((leave) => allows(leave, arrow, target));
      const what = arrow.way === "types" ? "types of " : "";
      return isAllowed ? [] : [`${file} -> ${arrow.to}: ${room.folder} may not import ${what}${target}`];
    });
  });
}

function allows({ of, onlyTypes }: Leave, { to, way }: Arrow, target: string): boolean {
  return (of === target || of === to) && (!onlyTypes || way === "types");
}

function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter(({ folder }) => file.startsWith(folder))
    .reduce<Room | undefined>(
      (best, room) => (room.folder.length > (best?.folder.length ?? 0) ? room : best),
      undefined,
    );
}
