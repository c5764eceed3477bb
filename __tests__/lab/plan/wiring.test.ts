import { wiringOf } from "../../../lab/plan/wiring";
import { soundPlan } from "../sound-lab";

const PLAN = soundPlan();
const { nodes, wires, addressOf } = wiringOf(PLAN, "kernel-libipsec");

test("there is a namespace for every host and router, and one for each end of a tunnel", () => {
  expect(nodes.map(({ name }) => name)).toEqual([
    "core",
    "device1",
    "edge1",
    "microsoft1",
    "hub",
    "gateway0",
    "gateway1",
    "device1-crypt1",
    "gateway0-crypt1",
    "device1-crypt2",
    "gateway1-crypt1",
    "spoke1",
    "host1",
  ]);
});

test("where the kernel makes the tunnels, the device encrypts by itself", () => {
  const own = wiringOf(PLAN, "kernel").nodes;

  expect(own.map(({ name }) => name).filter((name) => name.includes("crypt"))).toEqual([
    "gateway0-crypt1",
    "gateway1-crypt1",
  ]);
  expect(own.find(({ name }) => name === "device1")?.addresses).toEqual(["10.31.0.4"]);
});

test("no two nodes have one address, and every wire has names that Linux takes", () => {
  const addresses = nodes.map(({ name }) => addressOf(name));
  const names = wires.flatMap(({ ends }) => ends.map(({ name }) => name));

  expect(new Set(addresses).size).toBe(nodes.length);
  expect(names.filter((name) => name.length > 15)).toEqual([]);
});

test("no node has two interfaces of one name", () => {
  const ends = wires.flatMap((wire) => wire.ends.map(({ node, name }) => `${node} ${name}`));

  expect(ends.filter((end, index) => ends.indexOf(end) < index)).toEqual([]);
});

test("on premises and Azure meet at the circuit's two sessions, and nowhere else", () => {
  const premises = new Set(["core", "device1", "edge1", "device1-crypt1", "device1-crypt2", "host1"]);
  const between = wires.filter(({ ends: [a, b] }) => premises.has(a.node) !== premises.has(b.node));

  expect(between.map(({ ends }) => ends.map(({ node, name, address }) => [node, name, address]))).toEqual([
    [
      ["edge1", "primary", "172.29.0.1/30"],
      ["microsoft1", "primary", "172.29.0.2/30"],
    ],
    [
      ["edge1", "secondary", "172.29.0.5/30"],
      ["microsoft1", "secondary", "172.29.0.6/30"],
    ],
  ]);
});

test("what a gateway encrypts goes to the hub's router, whatever the gateway has learned", () => {
  expect(nodes.find(({ name }) => name === "gateway0")?.lines).toEqual([
    "route add default via 198.18.0.8",
    "route add default via 198.18.0.8 table 99",
    "rule add iif crypt1 lookup 99",
    "route add default via 198.18.0.12 table 101",
    "rule add from 10.31.0.4 to 10.100.0.5 iif hub lookup 101",
  ]);
});
