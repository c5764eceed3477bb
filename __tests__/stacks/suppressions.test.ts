import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { VirtualWan } from "@cdktf/provider-azurerm/lib/virtual-wan";
import { TerraformStack } from "cdktf";
import { toSatisfyPolicies } from "../../jest";
import { Policies } from "../../lib";
import { NetworkApp, RefusedSynthesis } from "../../stacks";
import { folderOfItsOwn } from "./terraform";

expect.extend({ toSatisfyPolicies });

const folder = folderOfItsOwn();
let outputs = 0;
afterEach(() => jest.restoreAllMocks());

/** An app with two WANs whose tunnels are not encrypted. */
function app(): { readonly app: NetworkApp; readonly stack: TerraformStack; readonly wans: readonly VirtualWan[] } {
  outputs += 1;
  const made = new NetworkApp({ outdir: join(folder, String(outputs)), onReport: () => undefined });
  const stack = new TerraformStack(made, "corp");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  const common = { resourceGroupName: "rg", location: "westeurope", disableVpnEncryption: true };
  return { app: made, stack, wans: ["lab", "prod"].map((id) => new VirtualWan(stack, id, { ...common, name: id })) };
}

const LAB = { rule: "encryption-on", reason: "Test traffic only.", expires: "9999-12-31" };

function refusal(of: NetworkApp): RefusedSynthesis {
  try {
    of.synth();
  } catch (failure) {
    if (failure instanceof RefusedSynthesis) {
      return failure;
    }
    throw failure;
  }
  throw new Error("the gate did not refuse");
}

test("what a construct suppresses is not refused, and is in the report with the construct", () => {
  const { app: made, wans } = app();
  for (const wan of wans) {
    Policies.of(wan).suppress(LAB);
  }
  made.synth();
  expect(made.report?.verdict).toBe("pass");
  expect(made.report?.findings.map(({ address, suppressed }) => [address, suppressed])).toEqual(
    ["lab", "prod"].map((id) => [
      `azurerm_virtual_wan.${id}`,
      { reason: LAB.reason, expires: LAB.expires, by: `corp/${id}` },
    ]),
  );
  expect(made.report?.notices).toEqual([]);
});

test("a network is refused for the rest, and only that is named as the reason", () => {
  const { app: made, wans } = app();
  Policies.of(wans[0] ?? made).suppress(LAB);
  const { report, complaints } = refusal(made);
  expect(report.findings.map(({ address }) => address)).toEqual([
    "azurerm_virtual_wan.lab",
    "azurerm_virtual_wan.prod",
  ]);
  expect(complaints).toEqual([expect.stringContaining("azurerm_virtual_wan.prod")]);
});

test("what has expired counts, and that is told", () => {
  const { app: made, stack } = app();
  Policies.of(stack).suppress({ ...LAB, expires: "2020-01-01" });
  expect(refusal(made).report.notices).toEqual([
    {
      at: "corp",
      message: expect.stringMatching(/^the suppression of encryption-on doesn't count: it expired: 2020-01-01 was /),
    },
  ]);
});

test("the wanproof.yaml above the working directory counts at synthesis", () => {
  jest.spyOn(process, "cwd").mockReturnValue(folder);
  writeFileSync(join(folder, "wanproof.yaml"), "version: 1\nlevels: { encryption-on: warning }\n");
  const mild = app();
  mild.app.synth();
  expect(mild.app.report?.verdict).toBe("pass");

  writeFileSync(join(folder, "wanproof.yaml"), "version: 1\nlevels: { encryption-on: warning }\nfailOn: warning\n");
  expect(refusal(app().app).complaints).toHaveLength(2);
});

test("the jest matcher takes what constructs suppress for satisfied", () => {
  const { stack } = app();
  expect(stack).not.toSatisfyPolicies();
  Policies.of(stack).suppress(LAB);
  expect(stack).toSatisfyPolicies();
});
