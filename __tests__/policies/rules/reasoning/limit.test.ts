import { judgeCount } from "../../../../policies/rules/reasoning/limit";

const place = {
  part: {
    resource: {
      address: "azurerm_vpn_site.bergen",
      type: "azurerm_vpn_site",
      standing: "managed",
      input: "cdk.tf.json",
      attributes: {},
    },
  },
  path: "",
} as const;

/** The level of what is said of a count, of 100 that Azure takes. */
function levels(count: number): unknown[] {
  const found = judgeCount({
    place,
    holder: "site bergen has",
    what: "links",
    count,
    limit: 100,
    remedy: "Take some out.",
  });
  return [...found].map(({ level }) => level ?? "error");
}

test("a limit that is passed is an error, nine tenths of it a note, and less nothing", () => {
  expect([89, 90, 100, 101].map(levels)).toEqual([[], ["note"], ["note"], ["error"]]);
});
