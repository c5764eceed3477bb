import { choiceOf } from "../../routes/choice";
import { NO_DOUBT } from "../../routes/reach";
import type { RouteSource } from "../../routes/source";
import { hubOf, plainViews, sourceOf } from "./networks";

const HERE = hubOf("here", "ExpressRoute");
const THERE = hubOf("there", "ExpressRoute");

function circuit(via: string, weight: number | undefined, asPathLength: number | undefined, hub = HERE): RouteSource {
  return { ...sourceOf(hub, via, "expressroute", asPathLength), weight };
}

/** What a hub takes among routes of one prefix, for certain or not, and by which step. */
function taken(sources: readonly RouteSource[], hub = HERE, hubs = [HERE, THERE]) {
  const view = plainViews(hubs).views.of(hub);
  const { winners, certain, step, rivals } = choiceOf(view, { length: 24, sources }, NO_DOUBT);
  return {
    winners: winners.map(({ source }) => source.via),
    certain,
    step,
    ...(rivals.length > 0 ? { rivals: rivals.map(({ source }) => source.via) } : {}),
  };
}

describe("of ExpressRoute connections of one hub", () => {
  test("the one that weighs most is taken, where no other has the shorter AS path", () => {
    const only = { certain: true, step: "only-candidate" };
    expect(taken([circuit("a", 0, 2), circuit("b", 10, 2)])).toEqual({ winners: ["b"], ...only });
    expect(taken([circuit("a", 0, 3), circuit("b", 10, 2), circuit("c", 5, 2)])).toEqual({ winners: ["b"], ...only });
  });

  test("it can't be told which, where one that weighs less has, or may have, the shorter AS path", () => {
    const open = (...sources: readonly RouteSource[]) => expect(taken(sources)).toMatchObject({ certain: false });
    open(circuit("a", 0, 1), circuit("b", 10, 2));
    open(circuit("a", 0, undefined), circuit("b", 10, 2));
    open(circuit("a", 0, 2), circuit("b", 10, undefined));
    open(circuit("a", 0, 3), circuit("c", 5, 1), circuit("b", 10, 2));
    expect(taken([circuit("a", 0, 1), circuit("b", 10, 2)]).winners).toEqual(["a", "b"]);
  });

  test("it can't be told which, where a weight can't be", () => {
    expect(taken([circuit("a", undefined, 2), circuit("b", 10, 2)])).toEqual({
      winners: ["a", "b"],
      certain: false,
      step: "as-path",
    });
  });

  test("all share it that weigh alike, with AS paths alike; else the shortest is taken", () => {
    expect(taken([circuit("a", 10, 2), circuit("b", 10, 2)])).toEqual({
      winners: ["a", "b"],
      certain: true,
      step: "shared",
    });
    expect(taken([circuit("a", 10, 2), circuit("b", 10, 3)])).toEqual({
      winners: ["a"],
      certain: true,
      step: "as-path",
    });
    expect(taken([circuit("a", 5, 2), circuit("b", 10, 2), circuit("c", 10, 2)])).toMatchObject({
      winners: ["b", "c"],
      certain: true,
    });
  });

  test("weights of another hub's connections play no part at this one", () => {
    expect(taken([circuit("a", 0, 2), circuit("far", 10, 2, THERE)])).toEqual({
      winners: ["a"],
      certain: true,
      step: "local-over-remote",
    });
    const tunnel = sourceOf(HERE, "tunnel", "vpn", 9);
    expect(taken([circuit("a", 0, 2), circuit("b", 10, 2), tunnel])).toMatchObject({ winners: ["b"], certain: true });
  });
});

describe("what another hub tells", () => {
  test("is what it chooses itself, two ASNs longer", () => {
    const [short, long] = [circuit("short", 0, 1, THERE), circuit("long", 0, 2, THERE)];
    expect(taken([short, long])).toEqual({ winners: ["short"], certain: true, step: "only-candidate" });
    const byPath = hubOf("here", "ASPath");
    const own = { ...sourceOf(byPath, "own", "vpn", 3) };
    expect(taken([short, own], byPath, [byPath, THERE])).toMatchObject({ winners: ["own"], step: "local-over-remote" });
    const longer = { ...sourceOf(byPath, "own", "vpn", 4) };
    expect(taken([short, longer], byPath, [byPath, THERE])).toMatchObject({ winners: ["short"], step: "as-path" });
  });

  test("may win over a hub's own whose AS path is two or more longer, by Azure's known issue 12", () => {
    const far = (length: number) => circuit("far", 0, length, THERE);
    const own = sourceOf(HERE, "own", "vpn", 4);
    expect(taken([own, far(2)])).toEqual({
      winners: ["own"],
      certain: true,
      step: "local-over-remote",
      rivals: ["far"],
    });
    expect(taken([own, far(3)])).toEqual({ winners: ["own"], certain: true, step: "local-over-remote" });
    expect(taken([sourceOf(HERE, "spoke", "spoke", 4), far(2)])).toMatchObject({ winners: ["spoke"], step: "spoke" });
    expect(taken([sourceOf(HERE, "spoke", "spoke", 4), far(2)])).not.toHaveProperty("rivals");
    expect(taken([sourceOf(HERE, "own", "vpn", undefined), far(2)])).not.toHaveProperty("rivals");
  });

  test("is nothing of 0.0.0.0/0", () => {
    const view = plainViews([HERE, THERE]).views.of(HERE);
    const sources = [circuit("far", 0, 1, THERE), circuit("farther", 0, 1, THERE)];
    expect(choiceOf(view, { length: 0, sources }, NO_DOUBT).winners).toEqual([]);
    expect(choiceOf(view, { length: 1, sources }, NO_DOUBT).winners).toHaveLength(2);
  });

  test("can't be told where its preference can't, and its choice rests on it", () => {
    const unsure = hubOf("there", undefined);
    const sources = [circuit("circuit", 0, 1, unsure), sourceOf(unsure, "tunnel", "vpn", 1)];
    expect(taken(sources, HERE, [HERE, unsure])).toEqual({
      winners: ["circuit", "tunnel"],
      certain: false,
      step: "preference",
    });
  });
});
