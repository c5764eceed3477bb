import fc from "fast-check";
import { parseTraversal, type Step, writePath, writeTraversal } from "../../network/traversal";

const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/).map((text): Step => ({ name: text }));
const key = fc.oneof(fc.string(), fc.nat()).map((value): Step => ({ key: value }));

describe("an address", () => {
  it("is cut into names and keys", () => {
    expect(parseTraversal('module.site["a.b/[c] \\"d\\""].azurerm_vpn_site.this[0].link.1.id')).toEqual([
      { name: "module" },
      { name: "site" },
      { key: 'a.b/[c] "d"' },
      { name: "azurerm_vpn_site" },
      { name: "this" },
      { key: 0 },
      { name: "link" },
      { key: 1 },
      { name: "id" },
    ]);
  });

  it("keeps what looks like a template in a key", () => {
    const steps = [{ name: "a" }, { key: "${x} %{y}" }];
    expect([writeTraversal(steps), parseTraversal(writeTraversal(steps))]).toEqual(['a["$${x} %%{y}"]', steps]);
  });

  it.each(["", ".", "a..b", "a[", "a[]", "a[x]", 'a["x]', 'a["x"', 'a["x"y]', "a."])("%j is none", (text) => {
    expect(parseTraversal(text)).toBeUndefined();
  });

  it("comes back as it was written, whatever the keys hold", () => {
    fc.assert(
      fc.property(name, fc.array(fc.oneof(name, key), { maxLength: 6 }), (first, rest) => {
        const steps = [first, ...rest];
        expect(parseTraversal(writeTraversal(steps))).toEqual(steps);
      }),
    );
  });

  it("has paths inside it written as people write them", () => {
    expect(writePath(["link", 0, "bgp", 0, "peering_address"])).toBe("link[0].bgp[0].peering_address");
  });
});
