import fc from "fast-check";
import type { Finding } from "../../../policies/judge/finding";
import { fingerprintsOf } from "../../../policies/judge/fingerprint";
import { finding } from "./samples";

/** The fingerprint of a finding that is alone. */
function fingerprint(one: Finding): string | undefined {
  return fingerprintsOf([one]).get(one);
}

describe("the fingerprint of a finding", () => {
  test("is a contract: baselines hold it", () => {
    expect(fingerprint(finding())).toBe("aa5a446bbb857bfe1a44e6247c68ad30");
  });

  test.each<[string, Partial<Finding>]>([
    ["the input has another name", { input: "elsewhere/plan.json" }],
    ["its block is another one in order", { path: "link[7].ip_address" }],
    ["its line moves", { source: { file: "sites.ts", line: 40 } }],
    ["its construct moves", { constructPath: "weu/other" }],
    ["values and wording change", { message: "else", remedy: "Else.", evidence: { a: 1 }, docs: "https://x" }],
    ["its level changes", { level: "note" }],
  ])("stays where %s", (_case, more) => {
    expect(fingerprint(finding(more))).toBe(fingerprint(finding()));
  });

  test("stays where an Azure id is written with other capitals", () => {
    const [one, other] = ["/subscriptions/S/Hub", "/Subscriptions/s/hub"].map((address) => finding({ address }));

    expect(one && fingerprint(one)).toBe(other && fingerprint(other));
  });

  test.each<[string, Partial<Finding>]>([
    ["rule", { rule: "other-rule" }],
    ["outcome", { outcome: "undecided", decidedBy: ["var.a"] }],
    ["resource", { address: "azurerm_vpn_site.HQ" }],
    ["instance of a resource", { address: "azurerm_vpn_site.hq[0]" }],
    ["attribute", { path: "link[0].name" }],
    ["key of a map", { path: 'link["a"].ip_address' }],
  ])("is another one for another %s", (_case, more) => {
    expect(fingerprint(finding(more))).not.toBe(fingerprint(finding()));
  });

  test("is each finding's own, and follows it when blocks or findings change their order", () => {
    const words = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1 });
    const orders = words.chain((before) =>
      fc.tuple(
        fc.constant(before),
        fc.shuffledSubarray(before, { minLength: before.length, maxLength: before.length }),
      ),
    );
    fc.assert(
      fc.property(orders, ([before, after]) => {
        const byMessage = (order: readonly string[]) => {
          const findings = order.map((message, index) => finding({ message, path: `link[${index}].ip_address` }));
          return new Map([...fingerprintsOf(findings)].map(([{ message }, print]) => [message, print]));
        };

        expect(byMessage(after)).toEqual(byMessage(before));
        expect(new Set(byMessage(before).values()).size).toBe(before.length);
      }),
    );
  });
});
