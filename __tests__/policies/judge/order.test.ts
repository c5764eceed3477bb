import fc from "fast-check";
import { compareNaturally, inOrder } from "../../../policies/judge/order";
import { finding } from "./samples";

describe("the order of findings", () => {
  test("follows the lines that a person wrote, then addresses, then attributes, then rules", () => {
    const lines = [
      finding({ source: { file: "a.ts", line: 9 } }),
      finding({ source: { file: "a.ts", line: 10 }, address: "azurerm_vpn_site.a", path: "link[2]" }),
      finding({ source: { file: "a.ts", line: 10 }, address: "azurerm_vpn_site.a", path: "link[10]", rule: "a" }),
      finding({ source: { file: "a.ts", line: 10 }, address: "azurerm_vpn_site.a", path: "link[10]", rule: "b" }),
      finding({ source: { file: "a.ts", line: 10 }, address: "azurerm_vpn_site.b" }),
      finding({ source: { file: "b.ts", line: 1 } }),
      finding({ address: 'azurerm_vpn_site.a["x"]' }),
      finding({ address: "azurerm_vpn_site.b[2]" }),
      finding({ address: "azurerm_vpn_site.b[10]", input: "a.json" }),
      finding({ address: "azurerm_vpn_site.b[10]", input: "b.json" }),
    ];

    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        expect(inOrder(shuffled)).toEqual(lines);
      }),
      { numRuns: 50 },
    );
  });

  test("compares numbers in names as numbers, however long they are", () => {
    const names = ["link", "link[1]", "link[2]", "link[007]", "link[7]", "link[10]", `link[${"9".repeat(400)}]`];

    expect([...names].sort(compareNaturally)).toEqual([
      "link",
      "link[1]",
      "link[2]",
      "link[007]",
      "link[7]",
      "link[10]",
      `link[${"9".repeat(400)}]`,
    ]);
  });

  test("is one order: no two texts are equal unless they are the same, and it can't run in circles", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "0", "1", "9", "[", ".", "é"), maxLength: 6 });
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(Math.sign(compareNaturally(a, b)) + Math.sign(compareNaturally(b, a))).toBe(0);
        expect(compareNaturally(a, b) === 0).toBe(a === b);
        const [first, second, third] = [a, b, c].sort(compareNaturally);
        expect(compareNaturally(first ?? "", second ?? "")).toBeLessThanOrEqual(0);
        expect(compareNaturally(second ?? "", third ?? "")).toBeLessThanOrEqual(0);
        expect(compareNaturally(first ?? "", third ?? "")).toBeLessThanOrEqual(0);
      }),
    );
  });
});
