import fc from "fast-check";
import { parseAddress } from "../../../address/address";
import { containsAddress, literalPrefix, overlaps, prefixOf } from "../../../address/prefix";
import { keptInbound } from "../../../lib/intent/underlay";
import { Complaints, InvalidConstructError } from "../../../lib/terraform/complaints";

const inside = (prefixes: readonly string[], text: string) => {
  const address = parseAddress(text);
  return address.ok && prefixes.some((prefix) => containsAddress(literalPrefix(prefix), address.value));
};
const overlap = (prefixes: readonly string[], text: string) =>
  prefixes.some((prefix) => overlaps(literalPrefix(prefix), literalPrefix(text)));

/** 10.0.0.0 to 10.0.0.31, where prefixes meet often. */
const address = fc.integer({ min: 0, max: 31 }).map((last) => `10.0.0.${last}`);
const prefix = fc
  .tuple(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 24, max: 32 }))
  .map(([last, length]) => prefixOf({ family: 4, value: 0x0a00_0000 + last }, length).text);
const someOf = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 4 });

function complaintsIn(complaints: Complaints): readonly string[] {
  try {
    complaints.throwFor("here");
    return [];
  } catch (error) {
    return error instanceof InvalidConstructError ? error.complaints : [String(error)];
  }
}

test("what is kept is advertised, holds a device and nothing protected; a device that isn't kept is complained about", () => {
  fc.assert(
    fc.property(someOf(prefix), someOf(address), someOf(prefix), (advertises, addresses, protectedPrefixes) => {
      const complaints = new Complaints();
      const devices = addresses.map((one) => ({ link: "over-ams", address: one }));
      const connections = new Map([["ams", { advertises, keepInbound: undefined }]]);
      const kept = keptInbound(complaints, "", { connections, devices, protectedPrefixes }, "ams");
      for (const one of kept) {
        expect(advertises).toContain(one);
        expect(overlap(protectedPrefixes, one)).toBe(false);
        expect(addresses.some((device) => inside([one], device))).toBe(true);
      }
      const said = complaintsIn(complaints);
      for (const device of addresses.filter((one) => inside(advertises, one) && !inside(kept, one))) {
        const about = said.find((complaint) => complaint.includes(`VPN device ${device} of`)) ?? "";
        const [, suggested] = /such as (\S+)$/.exec(about) ?? [];
        expect(suggested === undefined ? inside(protectedPrefixes, device) : inside([suggested], device)).toBe(true);
        expect(suggested !== undefined && overlap(protectedPrefixes, suggested)).toBe(false);
      }
      expect(kept.length === 0 && said.length === 0).toBe(false);
    }),
  );
});

test("a value that only Terraform knows is kept as it is, and complained about nowhere", () => {
  const complaints = new Complaints();
  const keepInbound = ["$" + "{var.devices}"];
  const underlay = {
    connections: new Map([["ams", { advertises: undefined, keepInbound }]]),
    devices: [{ link: "over-ams", address: "10.0.0.4" }],
    protectedPrefixes: ["10.0.1.0/24"],
  };
  expect(keptInbound(complaints, "", underlay, "ams")).toEqual(keepInbound);
  expect(complaintsIn(complaints)).toEqual([]);
});
