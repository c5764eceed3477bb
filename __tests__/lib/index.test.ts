import * as wanproof from "../../lib/index";

test("the package exports these constructs, values and nothing else", () => {
  expect(Object.keys(wanproof).sort()).toEqual([
    "CIRCUIT_BILLINGS",
  ]);
});
