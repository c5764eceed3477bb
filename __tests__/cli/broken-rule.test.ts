import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runWanproof } from "../../cli/wanproof";

jest.mock("../../policies/rules/catalogue", () => ({
  RULES: [
    {
      id: "broken-rule",
      judge() {
        throw new Error("boom");
      },
    },
  ],
}));

const folder = mkdtempSync(join(tmpdir(), "wanproof-broken-"));
const { exitCode } = process;
const { WANPROOF_DEBUG } = process.env;

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = exitCode;
  if (WANPROOF_DEBUG === undefined) {
    delete process.env.WANPROOF_DEBUG;
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a rule that breaks down is a bug, said in one line; the stack only where asked for", async () => {
  const input = join(folder, "pass.tf.json");
  writeFileSync(input, JSON.stringify({ resource: { azurerm_virtual_wan: { corp: { name: "wan-corp" } } } }));
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const line =
    "wanproof: rule broken-rule failed, so there is no verdict: boom. This is a bug in wanproof: please report it, with what the same command prints under WANPROOF_DEBUG=1\n";

  await runWanproof(["check", input]);
  expect([process.exitCode, out.mock.calls, err.mock.calls]).toEqual([2, [], [[line]]]);

  process.env.WANPROOF_DEBUG = "1";
  await runWanproof(["check", input]);
  const debugged = String(err.mock.lastCall?.[0]);
  expect([out.mock.calls, debugged.startsWith(`${line}RuleFailure: `)]).toEqual([[], true]);
  expect(debugged).toContain("at Object.judge");
});
