import type { Told } from "../../../network/facts/called/names";
import type { RouteChange, Way } from "../../../paths/changes";
import { changesMermaid, MOST_NODES } from "../../../view/mermaid/changes";

const told = (name: string): Told => ({ name, address: undefined, plain: name, holder: undefined });
const way = (outcome: Way["outcome"], ...over: readonly string[]): Way => ({
  outcome,
  via: over,
  over: over.map(told),
  reason: "as-path",
});
const change = (from: string, destination: string, before: Way | null, after: Way | null): RouteChange => ({
  direction: "to-onprem",
  from,
  place: told(from),
  destination,
  before,
  after,
});

test("what is no longer encrypted is told with the way before and the way now", () => {
  const [was, is] = [way("encrypted", "site hq, link a"), way("clear", "circuit ams")];
  const changes = [change("hub weu", "10.1.0.0/16", was, is), change("hub weu", "10.2.0.0/16", was, is)];
  expect(changesMermaid(changes)).toBe(`flowchart LR
  n0["hub weu"]
  n1["encrypted over site hq, link a"]
  n2["clear over circuit ams"]
  n3["10.1.0.0/16, 10.2.0.0/16"]
  n0 -. "before" .-> n1
  n0 == "no longer encrypted" ==> n2
  n1 -.-> n3
  n2 ==> n3
`);
});

test("where nothing changes there is no flowchart", () => {
  expect(changesMermaid([])).toBeUndefined();
});

test("it has at most thirty nodes, and says how many changes more there are", () => {
  const changes = Array.from({ length: 40 }, (_, index) =>
    change(`hub ${index}`, `10.${index}.0.0/16`, null, way("encrypted", `site ${index}`)),
  );
  const text = changesMermaid(changes) ?? "";
  const nodes = text.match(/^ {2}n\d+\[/gm) ?? [];
  expect([nodes.length <= MOST_NODES, nodes.length > 20, /more\["and \d+ more"\]/.test(text)]).toEqual([
    true,
    true,
    true,
  ]);
});
