import { readPlan } from "../../../../network/readers/plan/read-plan";
import { UnknownAttribute } from "../../../../network/resource";
import type { Json, JsonObject } from "../../../../text/json";
import { attributesOf, change, configured, inState, is, planJson } from "./plan-json";

const SITE = "azurerm_vpn_site.hq";
const VALUES = { name: "hq", link: [{ name: "a" }, { name: "b" }], address_cidrs: ["10.0.0.0/24"], fqdn: null };
const TOLD_TWICE = "is told in two ways: the planned values hold what its change doesn't";

/** What is unread of a plan whose change says `after`, and whose planned values say `VALUES`. */
function unread(after: JsonObject, more: JsonObject = {}) {
  const planned_values = { root_module: { child_modules: [{ resources: [inState(SITE, VALUES)] }] } };
  const plan = planJson({ changes: [change({ base: SITE, after })], more: { planned_values, ...more } });
  return readPlan("plan.json", plan).unread.map(({ address, reason }) => [address, reason]);
}

describe("a plan that has lost something of what it tells twice", () => {
  it("says so where a value, an element or a block is in the planned values alone", () => {
    const { name, address_cidrs: _, ...rest } = VALUES;
    for (const after of [
      { ...rest, name },
      { ...VALUES, name: "other" },
      { ...VALUES, link: [{ name: "a" }] },
      { ...VALUES, link: [{ name: "b" }, { name: "a" }] },
      { ...VALUES, address_cidrs: {} },
      { ...VALUES, link: null },
    ]) {
      expect(unread(after)).toEqual([[SITE, TOLD_TWICE]]);
    }
  });

  it("takes a plan as it is where the change holds all of it", () => {
    const { fqdn: _, ...rest } = VALUES;
    expect([unread(VALUES), unread({ ...rest, location: "weu", link: [...VALUES.link, { name: "c" }] })]).toEqual([
      [],
      [],
    ]);
  });

  it("compares with the state where the plan changes nothing", () => {
    const values = { root_module: { resources: [inState(SITE, { ...VALUES, name: "old" })] } };
    const more = { prior_state: { values }, resource_changes: [] };
    expect(unread({}, more)).toEqual([[SITE, TOLD_TWICE]]);
  });

  it("takes what Terraform forgets as it was: among the planned values it has none", () => {
    const planned_values = {
      root_module: { resources: [{ address: SITE, mode: "managed", type: "azurerm_vpn_site" }] },
    };
    const forgotten = { actions: ["forget"], before: VALUES, after: null, after_unknown: {} };
    const changes = [{ ...change({ base: SITE }), change: forgotten }];
    expect(readPlan("plan.json", planJson({ changes, more: { planned_values } })).unread).toEqual([]);
  });

  it("says so of what an output states", () => {
    const network_intent = { value: { version: 1, protected: ["10.0.1.0/24"] } };
    const told = (after: JsonObject) => {
      const planned_values = { outputs: { network_intent }, root_module: {} };
      const output_changes = { network_intent: { actions: ["create"], after } };
      const plan = planJson({ more: { planned_values, output_changes } });
      return readPlan("plan.json", plan).unread.map(({ address, reason }) => [address, reason]);
    };
    expect([told({ version: 1 }), told(network_intent.value)]).toEqual([[["output.network_intent", TOLD_TWICE]], []]);
  });
});

describe("blocks of the configuration that a plan has lost", () => {
  const read = (links: Json | undefined) =>
    attributesOf({
      changes: [change({ base: SITE, after: links === undefined ? {} : { link: links } })],
      root: { resources: [configured(SITE, { link: [{ name: is("a") }, { name: is("b") }] })] },
    })[SITE]?.link;
  const untold = new UnknownAttribute({ decidedBy: [`${SITE}.link`] });

  it("may be there all the same", () => {
    expect([read([]), read(null), read(undefined), read([{ name: "a" }])]).toEqual([
      [untold],
      untold,
      untold,
      [{ name: "a" }, untold],
    ]);
  });

  it("are all there where the plan has as many, or more", () => {
    const three = [{ name: "a" }, { name: "b" }, { name: "c" }];
    expect([read(three.slice(1)), read(three)]).toEqual([three.slice(1), three]);
  });

  it("are one in a set where they are alike", () => {
    const MONITOR = "azurerm_network_connection_monitor.m";
    const written = { endpoint: [{ name: is("a") }, { name: is("a") }] };
    const endpoints = (endpoint: Json) =>
      attributesOf({
        changes: [change({ base: MONITOR, after: { endpoint } })],
        root: { resources: [configured(MONITOR, written)] },
      })[MONITOR]?.endpoint;
    expect([endpoints([{ name: "a" }]), endpoints([])]).toEqual([
      [{ name: "a" }],
      [new UnknownAttribute({ decidedBy: [`${MONITOR}.endpoint`] })],
    ]);
  });
});
