import { namedFile, observationsOf } from "../../../device/azure/read-observations";
import { observeIntent } from "../../../device/intent/observe";
import { InputError } from "../../../text/complaint";
import { SOUND } from "../../policies/rules/sound";
import { sample } from "../../sample";
import { networkOf } from "../../support/network";
import { entry, PLANTED, publicEntry, staticEntry } from "../azure/downloads";
import { complaintsOf, fileOf, rendered, SOUND_ENTRY } from "../rendering";
import { CONNECTION, DOWNLOAD, GATEWAY, ROUTES, saidOf } from "./observed";

// Files of every kind, broken at random: one part taken out, put elsewhere or replaced. Each gives an answer or says what is
// wrong with it, and no key is in either.

const KEYED = { ...CONNECTION, sharedKey: PLANTED };
const EDGE = { value: [{ network: "10.31.0.0/16", nextHop: "172.29.0.1", path: "65020", weight: 0, locPrf: "" }] };
const HEARD = { value: [{ prefix: "10.31.0.0/16", asPath: "65020", bgpCommunities: "" }] };
const KINDS: readonly (readonly [string, string, unknown])[] = [
  ["a VPN configuration", "vpn.json", [...DOWNLOAD, staticEntry(), publicEntry(), entry()]],
  ["a gateway", "gateway.json", GATEWAY],
  ["a connection", "connection.json", [KEYED]],
  ["effective routes", "hub-sdc=routes.json", { value: ROUTES }],
  ["routes of Microsoft's edge", "erc-stockholm=edge.json", EDGE],
  ["what a connection hears", "inbound:stockholm=heard.json", HEARD],
];

const STRANGE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e99,
  4294967296,
  "",
  " ",
  "x",
  PLANTED,
  "10.100.0.0/23",
  "0.0.0.0/0",
  "::1",
  "10.0.0.256",
  [],
  {},
  [[]],
  [null],
  { properties: null },
  "\n!\nrouter bgp 1",
  "__proto__",
  "Instance0",
  65515,
  false,
];

/** A generator of numbers below a bound, the same for a seed. */
function numbers(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

interface Slot {
  readonly holder: object;
  readonly key: string;
}

function slotsIn(value: unknown): Slot[] {
  return typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...slotsIn(inner)]);
}

function mutate(content: unknown, below: (bound: number) => number): unknown {
  const whole = { root: JSON.parse(JSON.stringify(content)) };
  for (let times = below(3); times >= 0; times -= 1) {
    const slots = slotsIn(whole);
    const { holder, key } = slots[below(slots.length)] ?? { holder: whole, key: "root" };
    const donor = slots[below(slots.length)];
    const how = below(4);
    if (how === 0) {
      Reflect.deleteProperty(holder, key);
    } else if (how === 1 && donor !== undefined) {
      Reflect.set(holder, key, JSON.parse(JSON.stringify(Reflect.get(donor.holder, donor.key) ?? null)));
    } else {
      Reflect.set(holder, key, STRANGE[below(STRANGE.length)]);
    }
  }
  return whole.root;
}

const network = networkOf(SOUND);

/** All that is said of a broken file: its findings and intent, or what is wrong with it. */
function saidOfBroken(name: string, broken: string): readonly string[] {
  try {
    const { text, notes } = observeIntent(network, observationsOf(namedFile(name), broken));
    return [...saidOf(network, { [name]: broken }), text, ...notes];
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw new Error(`${broken}\n${error instanceof Error ? error.stack : error}`);
    }
    const said = error.complaints.map(({ message }) => message);
    expect(said.every((message) => message !== "" && !message.includes("\n"))).toBe(true);
    return said;
  }
}

describe.each(KINDS)("%s, broken at random", (_kind, name, content) => {
  test("gives an answer or a clear sentence, and shows no key", () => {
    const below = numbers(name.length * 7919);
    for (let run = 0; run < sample(80, 10_000); run += 1) {
      const broken = JSON.stringify(mutate(content, below)) ?? "null";
      const said = saidOfBroken(name, broken);
      if (slotsIn(JSON.parse(broken)).every(isKeyIfPlanted)) {
        expect(said.join("\n")).not.toContain(PLANTED);
      }
    }
  });

  test("cut off anywhere, it is refused", () => {
    const text = JSON.stringify(content);
    const below = numbers(17);
    for (let run = 0; run < sample(15, 400); run += 1) {
      const file = namedFile(name);
      const said = complaintsOf(() => observationsOf(file, text.slice(0, below(text.length))));
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(new RegExp(`^${file.path}`));
    }
  });
});

// A key that a mutation puts in the place of a name or an address is one no longer, and may be shown as what is wrong there.
function isKeyIfPlanted({ holder, key }: Slot): boolean {
  const value: unknown = Reflect.get(holder, key);
  return typeof value !== "string" || !value.includes("Planted") || /^(psk|sharedkey)$/i.test(key);
}

test("a VPN configuration, broken at random, is rendered or refused, and no key is in what is rendered", () => {
  const below = numbers(4711);
  for (let run = 0; run < sample(80, 10_000); run += 1) {
    const broken = mutate([entry(SOUND_ENTRY)], below) ?? null;
    try {
      const { files, notes } = rendered(fileOf(broken), network);
      expect(JSON.stringify([files, notes])).not.toContain(PLANTED.slice(0, 7));
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw new Error(`${JSON.stringify(broken)}\n${error instanceof Error ? error.stack : error}`);
      }
    }
  }
});

test("Terraform's outputs, broken at random, are rendered or refused", () => {
  const instance = (tunnel: string, bgp: string) => ({ privateAddress: tunnel, bgpAddress: bgp });
  const value = { instance0: instance("10.100.0.5", "10.100.0.15"), instance1: instance("10.100.0.4", "10.100.0.12") };
  const outputs = { vpn_gateway_addresses_sdc: { sensitive: false, value }, network_intent: { value: {} } };
  const below = numbers(99);
  for (let run = 0; run < sample(80, 10_000); run += 1) {
    const broken = mutate(outputs, below) ?? null;
    try {
      rendered(fileOf(broken), network);
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw new Error(`${JSON.stringify(broken)}\n${error instanceof Error ? error.stack : error}`);
      }
    }
  }
});
