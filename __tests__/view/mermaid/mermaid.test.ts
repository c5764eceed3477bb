import { viewOf } from "../../../view/view";
import { HOSTILE, namedAll, seen } from "../seen";

test("the sound network is a flowchart with its tunnel over its circuit", async () => {
  expect(await viewOf(seen(), "mermaid")).toBe(`flowchart LR
  p0n0["site bergen"]
  p0n1(["circuit erc-stockholm"])
  subgraph p0b0["Virtual WAN wan-nordics, type Standard"]
    subgraph p0b1["swedencentral"]
      p0n5["spoke app"]
      subgraph p0b2["hub hub-sdc, 10.100.0.0/23, prefers ExpressRoute"]
        p0n2["router hub router"]
        p0n3["VPN gateway vpngw-sdc"]
        p0n4["ExpressRoute gateway ergw-sdc"]
      end
    end
  end
  p0n3 --- p0n2
  p0n4 --- p0n2
  p0n2 --- p0n5
  p0n1 -- "nothing protected" --- p0n4
  p0n0 == "encrypted" === p0n1
  p0n1 == "encrypted" === p0n3
  linkStyle 4,5 stroke:#2f81c7,stroke-width:2px
`);
});

test.each(HOSTILE)("a name of %s stays in its quotes", async (_case, name) => {
  const text = await viewOf(namedAll(name), "mermaid");
  const outside = text.replace(/"[^"\n]*"/g, "");

  expect(outside).toMatch(/^[\w\s()[\]=.,:#-]*$/);
  expect(text).not.toMatch(/<|>|`|\\/);
});
