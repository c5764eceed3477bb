import { onPremisesAt, refusedByAnyAt } from "../../../network/facts/on-premises";
import { tunnelLossAt } from "../../../network/facts/tunnel-loss";
import { UnknownAttribute } from "../../../network/resource";
import { noted } from "../../support/noted";
import { type InputOfHub, networkOfHub } from "./stated-network";

const ALL = { onPremises: { prefersTunnelFor: "all" } };

function prefers(...prefixes: string[]) {
  return { onPremises: { prefersTunnelFor: prefixes } };
}

function filters(...prefixes: string[]) {
  return { onPremises: { filtersExpressRoute: prefixes } };
}

/** What holds at the hub `weu`, as one would note it down. */
function preferred(inputs: Readonly<Record<string, InputOfHub>>, file?: object): unknown {
  return onPremises(inputs, file).prefersTunnelFor;
}

function filtered(inputs: Readonly<Record<string, InputOfHub>>, file?: object): unknown {
  return onPremises(inputs, file).filtersExpressRoute;
}

function onPremises(inputs: Readonly<Record<string, InputOfHub>>, file?: object): Readonly<Record<string, unknown>> {
  const network = networkOfHub(inputs, file);
  const hub = network.hubs.find(({ name }) => name.state === "known" && name.value === "weu");
  return hub === undefined ? {} : Object.fromEntries(Object.entries(Object(noted(onPremisesAt(network, hub)))));
}

function loss(inputs: Readonly<Record<string, InputOfHub>>, file?: object): unknown {
  const network = networkOfHub(inputs, file);
  return network.hubs.map((hub) => Object(noted({ loss: tunnelLossAt(network, hub) })).loss)[0];
}

const UNSTATED = { kind: "unknown", unknown: { decidedBy: ["network_intent.onPremises.prefersTunnelFor"] } };

describe("what on-premises routers do at a hub", () => {
  it("says the input that makes it, and nobody who has nothing of it", () => {
    const hub = { hub: "made", gateways: true, connects: "hq" } as const;
    expect([
      preferred({ a: { ...hub, states: ALL }, b: { site: "other", states: prefers() } }),
      preferred({ a: hub, b: { site: "other", states: ALL } }),
      filtered({ a: { ...hub, states: filters("10.1.0.0/16") }, b: { site: "other", states: filters("10.2.0.0/16") } }),
    ]).toEqual([{ kind: "all" }, undefined, ["10.1.0.0/16"]]);
  });

  it("says an input that reads it, where the one that makes it is silent", () => {
    const made = { hub: "made", gateways: true } as const;
    expect([
      preferred({ a: made, b: { hub: "read", connects: "hq", states: ALL } }),
      preferred({ a: made, b: { hub: "read", states: ALL } }),
      preferred({ a: { ...made, states: ALL }, b: { hub: "read", states: prefers("10.110.0.0/16") } }),
    ]).toEqual([{ kind: "all" }, { kind: "all" }, { kind: "all" }]);
  });

  it("say the inputs that make a gateway in it, where nobody else does", () => {
    expect(preferred({ a: { hub: "made" }, b: { gateways: true, states: ALL } })).toEqual({ kind: "all" });
  });

  it("says the input that makes its WAN, where nobody else does and that has no hub there", () => {
    const made = { hub: "made", gateways: true, connects: "hq" } as const;
    expect([
      preferred({ a: made, b: { wan: "made", states: ALL } }),
      preferred({ a: { ...made, states: prefers("10.1.0.0/16") }, b: { wan: "made", states: ALL } }),
      preferred({ a: made, b: { wan: "made", otherHub: true, states: ALL } }),
    ]).toEqual([{ kind: "all" }, { kind: "prefixes", prefixes: ["10.1.0.0/16"] }, undefined]);
  });

  it("is what all say whose sites are connected there, each of its own routers", () => {
    const made = { hub: "made", gateways: true } as const;
    const one = { connects: "one", states: prefers("10.100.0.0/16", "10.110.0.0/22") };
    const two = { connects: "two", states: prefers("10.110.0.0/16", "10.100.0.0/24") };
    expect([
      preferred({ a: made, b: { ...one, states: ALL }, c: { ...two, states: ALL } }),
      preferred({ a: made, b: one, c: { ...two, states: ALL } }),
      preferred({ a: made, b: one, c: two }),
      preferred({ a: { ...made, states: ALL }, b: { connects: "one" }, c: two }),
    ]).toEqual([
      { kind: "all" },
      { kind: "prefixes", prefixes: ["10.100.0.0/16", "10.110.0.0/22"] },
      { kind: "prefixes", prefixes: ["10.100.0.0/24", "10.110.0.0/22"] },
      { kind: "prefixes", prefixes: ["10.110.0.0/16", "10.100.0.0/24"] },
    ]);
  });

  it("can't be told where nobody speaks of some of the sites", () => {
    const inputs = {
      a: { hub: "made", gateways: true },
      b: { connects: "one", states: ALL },
      c: { connects: "two" },
    } as const;
    expect([preferred(inputs), filtered({ ...inputs, b: { ...inputs.b, states: filters("10.0.0.0/8") } })]).toEqual([
      UNSTATED,
      [],
    ]);
  });

  it("says the input of a site for its routers, whoever connects it", () => {
    const made = { hub: "made", gateways: true } as const;
    expect([
      preferred({ a: made, b: { connects: "c/hq" }, c: { site: "hq", states: ALL } }),
      preferred({ a: made, b: { connects: "c/hq", states: ALL }, c: { site: "hq", states: prefers("10.1.0.0/16") } }),
    ]).toEqual([{ kind: "all" }, { kind: "prefixes", prefixes: ["10.1.0.0/16"] }]);
  });

  it("can't be told where another says something else whose site may be connected there", () => {
    const a = { hub: "made", gateways: true, connects: "hq" } as const;
    const b = { connects: "other", somewhere: true } as const;
    const lists = { a: { ...a, states: filters("10.0.0.0/8") }, b: { ...b, states: filters("10.1.0.0/16") } };
    expect([
      preferred({ a: { ...a, states: ALL }, b: { ...b, states: ALL } }),
      preferred({ a: { ...a, states: ALL }, b: { ...b, states: prefers("10.0.0.0/8") } }),
      preferred({ a: { ...a, states: ALL }, b }),
      filtered(lists),
      networkOfHub(lists).hubs.map((hub) => noted({ any: refusedByAnyAt(networkOfHub(lists), hub) }))[0],
      loss({ a: { ...a, states: { onTunnelLoss: "cleartext" } }, b: { ...b, states: { onTunnelLoss: "drop" } } }),
    ]).toEqual([
      { kind: "all" },
      { kind: "unknown", unknown: { decidedBy: ["var.gateway"] } },
      { kind: "all" },
      { items: ["10.1.0.0/16"], unknown: ["var.gateway"] },
      { any: { items: ["10.0.0.0/8"], unknown: ["var.gateway"] } },
      "drop",
    ]);
  });

  it("refuses over ExpressRoute whatever any of them refuses, where that is what matters", () => {
    const network = networkOfHub({
      a: { hub: "made", gateways: true },
      b: { connects: "one", states: filters("10.100.0.0/24") },
      c: { connects: "two", states: filters("10.110.0.0/22", "10.120.0.0/22") },
      d: { site: "other", states: filters("10.0.0.0/8") },
    });
    expect(network.hubs.map((hub) => noted({ any: refusedByAnyAt(network, hub) }))).toEqual([
      { any: ["10.100.0.0/24", "10.110.0.0/22", "10.120.0.0/22"] },
    ]);
  });

  it("keeps what can't be told", () => {
    const unknown = new UnknownAttribute({ decidedBy: ["var.x"] });
    const made = { hub: "made", gateways: true } as const;
    const b = { connects: "one", states: { onPremises: { prefersTunnelFor: unknown } } };
    const c = { connects: "two", states: { onPremises: { filtersExpressRoute: ["10.0.0.0/8", unknown] } } };
    expect([
      preferred({ a: made, b, c: { ...c, states: ALL } }),
      filtered({ a: made, b: { ...b, states: filters("10.1.0.0/16", "10.2.0.0/16") }, c }),
    ]).toEqual([
      { kind: "unknown", unknown: { decidedBy: ["var.x"] } },
      { items: ["10.1.0.0/16", "10.2.0.0/16"], unknown: ["var.x"] },
    ]);
  });

  it("says an intent file before everybody else, list by list", () => {
    const inputs = {
      a: { hub: "made", gateways: true, connects: "hq", states: { ...ALL, onTunnelLoss: "drop" } },
      b: { connects: "other" },
    } as const;
    const file = { ...prefers("10.1.0.0/16"), onTunnelLoss: "cleartext" };
    expect([preferred(inputs, file), filtered(inputs, file), loss(inputs, file), loss(inputs, ALL)]).toEqual([
      { kind: "prefixes", prefixes: ["10.1.0.0/16"] },
      undefined,
      "cleartext",
      "drop",
    ]);
  });
});

describe("what should become of traffic at a hub when tunnels are lost", () => {
  const hub = { hub: "made", gateways: true, connects: "hq" } as const;
  const losing = (onTunnelLoss: string | UnknownAttribute) => ({ states: { onTunnelLoss } });

  it("says its own input, and no other", () => {
    expect([
      loss({ a: { ...hub, ...losing("cleartext") }, b: { site: "other", ...losing("drop") } }),
      loss({ a: hub, b: { site: "other", ...losing("drop") } }),
    ]).toEqual(["cleartext", undefined]);
  });

  it("is the strictest that those say who connect sites there", () => {
    const unknown = new UnknownAttribute({ decidedBy: ["var.loss"] });
    const b = { connects: "two" };
    expect([
      loss({ a: { ...hub, ...losing("cleartext") }, b: { ...b, ...losing("drop") } }),
      loss({ a: { ...hub, ...losing("cleartext") }, b: { ...b, ...losing(unknown) } }),
      loss({ a: { ...hub, ...losing("drop") }, b: { ...b, ...losing(unknown) } }),
      loss({ a: { ...hub, ...losing("cleartext") }, b }),
    ]).toEqual(["drop", { unknown: ["var.loss"] }, "drop", "cleartext"]);
  });

  it("is not cleartext where nobody accepts that for some of the sites", () => {
    const made = { hub: "made", gateways: true } as const;
    expect([
      loss({ a: made, b: { connects: "one", ...losing("cleartext") }, c: { connects: "two" } }),
      loss({ a: made, b: { connects: "one", ...losing("drop") }, c: { connects: "two" } }),
    ]).toEqual([undefined, "drop"]);
  });

  it("may be what an input asks for that shows nothing of the network", () => {
    expect([
      loss({ a: { ...hub, ...losing("cleartext") }, b: losing("drop") }),
      loss({ a: hub, b: losing("cleartext") }),
    ]).toEqual(["drop", undefined]);
  });
});
