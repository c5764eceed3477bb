import { entriesOf, LEDGER } from "../../../network/ledger/ledger";
import { patience, sample } from "../../sample";
import { heldOf } from "./holding";
import { changesSomething, changesWith } from "./mutating";
import { SITUATIONS } from "./situations";

jest.setTimeout(patience(100));

const READ = Object.entries(LEDGER).flatMap(([type, { resource }]) =>
  entriesOf(resource).flatMap((entry): [string, string][] =>
    entry.kind === "read" && entry.by !== "who it is" ? [[type, entry.path]] : [],
  ),
);

/** At every change a part of them is tried, before anything lands all. */
const EACH = sample(6, 1);
const TRIED = READ.filter((_, index) => index % EACH === 0);

test("what the ledger says is read changes a finding or a row of the routes", () => {
  const dead = TRIED.filter(([type, path]) => {
    const own = SITUATIONS[`${type}.${path}`];
    const held = heldOf(type);
    return own === undefined ? held === undefined || !changesSomething(held, path) : !changesWith(own, path);
  });
  expect(dead.map(([type, path]) => `${type}.${path}`)).toEqual([]);
});

test("a network of its own is for an attribute that is read, and that changes nothing elsewhere", () => {
  const read = READ.map(([type, path]) => `${type}.${path}`);
  expect(Object.keys(SITUATIONS).filter((one) => !read.includes(one))).toEqual([]);
});
