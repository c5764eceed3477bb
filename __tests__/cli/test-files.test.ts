import { join } from "node:path";
import { WanproofHere } from "./wanproof-here";

const wanproof = new WanproofHere();
afterAll(() => wanproof.remove());

test("wanproof test-files writes a test beside each stack, and says how to run it", async () => {
  const wan = { name: "w", resource_group_name: "rg", location: "westeurope" };
  wanproof.write("stacks/a/cdk.tf.json", { resource: { azurerm_virtual_wan: { w: wan } } });
  expect(await wanproof.run(["test-files", "."])).toEqual({
    code: 0,
    out: `${join("stacks", "a", "wanproof.tftest.hcl")}: 2 assertions\nIn each of these folders: terraform init -backend=false && terraform test\n`,
    err: "",
  });
});

test("a folder that is not there is said so, with exit code 2", async () => {
  const { code, out } = await wanproof.run(["test-files", "nowhere"]);
  expect([code, out]).toEqual([2, ""]);
});
