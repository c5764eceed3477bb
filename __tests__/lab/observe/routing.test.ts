import { sessionsIn } from "../../../lab/observe/bgp";
import { kernelRoutesIn, tableText } from "../../../lab/observe/kernel-routes";
import { complaintsOf } from "../sound-lab";

describe("sessions of BGP", () => {
  const SUMMARY = {
    routerId: "198.18.0.1",
    peers: { "10.100.0.13": { state: "Established", pfxRcd: 3 }, "10.100.0.12": { state: "Connect" } },
  };

  test("are read from what FRR shows, by whichever version", () => {
    const sessions = [
      { peer: "10.100.0.13", state: "Established", heard: 3 },
      { peer: "10.100.0.12", state: "Connect", heard: 0 },
    ];
    expect(sessionsIn(JSON.stringify(SUMMARY), "device1")).toEqual(sessions);
    expect(sessionsIn(JSON.stringify({ ipv4Unicast: SUMMARY }), "device1")).toEqual(sessions);
  });

  test.each([
    ["", "the BGP summary of device1 is no JSON: nothing"],
    ["% BGP instance not found", "the BGP summary of device1 is no JSON: % BGP instance not found"],
    ["[]", "the BGP summary of device1 is no object: []"],
    ["{}", "the BGP summary of device1 has no peers: {}"],
    ['{"peers":{"10.0.0.1":{}}}', "the BGP summary of device1 doesn't tell the state of 10.0.0.1"],
  ])("%j is an error, and no sign that there is none", (text, message) => {
    expect(complaintsOf(() => sessionsIn(text, "device1"))).toEqual([message]);
  });
});

describe("routing tables", () => {
  const TABLE = [
    { type: "unicast", dst: "10.0.1.0/24", nexthops: [{ dev: "gateway1" }, { dev: "gateway0" }] },
    { type: "blackhole", dst: "10.110.0.0/22" },
    { type: "unicast", dst: "default", gateway: "198.18.0.1", dev: "core" },
  ];

  test("are read from what ip shows, in an order that doesn't change", () => {
    const routes = kernelRoutesIn(JSON.stringify(TABLE), "hub");

    expect(routes).toEqual([
      { destination: "10.0.1.0/24", type: "unicast", over: ["gateway0", "gateway1"] },
      { destination: "10.110.0.0/22", type: "blackhole", over: [] },
      { destination: "default", type: "unicast", over: ["core"] },
    ]);
    expect(tableText(routes)).toBe(tableText(routes.toReversed()));
  });

  test("an empty table is an answer", () => {
    expect(kernelRoutesIn("[]", "hub")).toEqual([]);
  });

  test.each([
    ["", "the routing table of hub is no JSON: nothing"],
    ["Error: Invalid", "the routing table of hub is no JSON: Error: Invalid"],
    ["{}", "the routing table of hub is no list of objects: {}"],
    ['[{"dev":"core"}]', 'the routing table of hub has a route without a destination: {"dev":"core"}'],
  ])("%j is an error, and no sign that there are no routes", (text, message) => {
    expect(complaintsOf(() => kernelRoutesIn(text, "hub"))).toEqual([message]);
  });
});
