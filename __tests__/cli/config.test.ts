import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { WanproofHere } from "./wanproof-here";

const ENTRY = {
  rule: "encryption-on",
  address: "azurerm_virtual_wan.lab",
  reason: "Test traffic.",
  expires: "9999-12-31",
};
const EXEMPTION = `version: 1\nsuppressions:\n  - ${JSON.stringify(ENTRY)}\n`;
const OTHER = "version: 1\nlevels: { monitored: warning }\n";
const WAN = { name: "wan-lab", resource_group_name: "rg", location: "westeurope", disable_vpn_encryption: true };

let wanproof: WanproofHere;
beforeAll(() => {
  wanproof = new WanproofHere();
});
afterAll(() => wanproof.remove());
beforeEach(() => {
  rmSync(wanproof.folder, { recursive: true });
  mkdirSync(wanproof.folder);
  git("init", "--quiet", "--initial-branch", "main");
  wanproof.write("lab.tf.json", { resource: { azurerm_virtual_wan: { lab: WAN } } });
});

function git(...args: readonly string[]): void {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...who, ...args], { cwd: wanproof.folder, stdio: "ignore" });
}

function commit(branch: string): void {
  git("checkout", "--quiet", "-B", branch);
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "x");
}

/** What a check says of its configuration, and how it ends. */
async function check(...args: readonly string[]) {
  const { code, out, err } = await wanproof.run(["check", "lab.tf.json", ...args]);
  const [, known = ""] = /To be known:\n((?: {2}.*\n)*)/.exec(out) ?? [];
  return {
    code,
    err,
    known: known
      .split("\n")
      .filter(Boolean)
      .map((line) => line.trim()),
  };
}

const refused = (err: string) => ({ code: 2, err: `wanproof: ${err}\n`, known: [] });

describe("where the configuration is", () => {
  test("it is found upward from the working directory, as far as the root of the repository", async () => {
    wanproof.write("wanproof.yaml", EXEMPTION);
    expect(await check()).toEqual({ code: 0, err: "", known: [] });

    mkdirSync(join(wanproof.folder, "a/b"), { recursive: true });
    const fromBelow = () => wanproof.run(["check", "../../lab.tf.json"], "a/b");
    expect(await fromBelow()).toMatchObject({
      code: 0,
      out: expect.stringContaining("(../../wanproof.yaml:3)"),
    });
    mkdirSync(join(wanproof.folder, "a/.git"));
    expect((await fromBelow()).code).toBe(1);
  });

  test("the nearest one counts, or the one that is named", async () => {
    wanproof.write("wanproof.yaml", OTHER);
    wanproof.write("near/wanproof.yaml", EXEMPTION);
    expect((await check()).code).toBe(1);
    expect(await check("--config", "near/wanproof.yaml")).toEqual({ code: 0, err: "", known: [] });
    expect((await wanproof.run(["check", "../lab.tf.json"], "near")).code).toBe(0);
  });

  test("one with another ending is not read, and not passed over", async () => {
    wanproof.write("wanproof.yml", EXEMPTION);
    expect(await check()).toEqual(
      refused("wanproof.yml: is not read: the configuration is called wanproof.yaml; rename it"),
    );
    wanproof.write("wanproof.yaml", EXEMPTION);
    expect(await check()).toEqual(
      refused("wanproof.yml: stands beside wanproof.yaml, and only that is read; join the two and remove this one"),
    );
  });

  test.each([
    ["nothing.yaml", "nothing.yaml: there is no such file"],
    ["folder", "folder: is a folder; name the wanproof.yaml in it"],
    ["wrong.yaml", "wrong.yaml:1:10: version is 3; right is 1, the only version there is"],
  ])("--config %s is refused", async (file, complaint) => {
    mkdirSync(join(wanproof.folder, "folder"));
    wanproof.write("wrong.yaml", "version: 3\n");
    expect(await check("--config", file)).toEqual(refused(complaint));
  });

  test("a link that leads nowhere is not passed over", async () => {
    symlinkSync("gone.yaml", join(wanproof.folder, "wanproof.yaml"));
    expect(await check()).toEqual(refused("wanproof.yaml: there is no such file"));
  });

  test("no report is written over it", async () => {
    expect(await check("--format", "json=wanproof.yaml")).toEqual(
      refused("wanproof.yaml: is an input, which a report would overwrite: name another file"),
    );
  });

  test("--fail-on goes before what it says", async () => {
    wanproof.write("wanproof.yaml", "version: 1\nlevels: { encryption-on: warning }\nfailOn: warning\n");
    expect((await check()).code).toBe(1);
    expect((await check("--fail-on", "error")).code).toBe(0);
  });
});

describe("a pull request can't exempt itself", () => {
  test("what it adds to the configuration doesn't count with --config-from, and that is said", async () => {
    wanproof.write("wanproof.yaml", OTHER);
    commit("main");
    wanproof.write("wanproof.yaml", EXEMPTION);
    commit("pr");

    expect(await check()).toEqual({ code: 0, err: "", known: [] });
    expect(await check("--config-from", "main")).toEqual({
      code: 1,
      err: "",
      known: [
        expect.stringMatching(/^main:wanproof\.yaml:2: the level of monitored is warning instead of/),
        "main:wanproof.yaml: is what counts; wanproof.yaml of the working tree differs from it, and what it changes counts once it is merged",
      ],
    });
    git("checkout", "--quiet", "-B", "main", "pr");
    expect(await check("--config-from", "main")).toEqual({ code: 0, err: "", known: [] });
  });

  test("nor does a configuration that it puts nearer, or where there was none", async () => {
    commit("main");
    wanproof.write("wanproof.yaml", EXEMPTION);
    wanproof.write("near/wanproof.yaml", EXEMPTION);
    commit("pr");

    const nothing =
      "main:wanproof.yaml: there is no such file in that ref, so every rule has its own level, and nothing is suppressed";
    expect(await check("--config-from", "main")).toEqual({ code: 1, err: "", known: [nothing] });
    expect(await check("--config-from", "main", "--config", "near/wanproof.yaml")).toEqual({
      code: 1,
      err: "",
      known: [nothing.replace("wanproof.yaml", "near/wanproof.yaml")],
    });
    expect((await wanproof.run(["check", "../lab.tf.json", "--config-from", "main"], "near")).code).toBe(1);
  });

  test("nor does a repository of its own that it brings into a folder", async () => {
    wanproof.write("wanproof.yaml", OTHER);
    commit("main");
    wanproof.write("wanproof.yaml", EXEMPTION);
    commit("pr");
    // What a bare repository has can be committed: git takes the folder for one, and its refs for those that are meant.
    const bare = join(wanproof.folder, "infra");
    execFileSync("git", ["init", "--quiet", "--bare", bare]);
    git("push", "--quiet", bare, "pr:main");

    const inside = () => wanproof.run(["check", "../lab.tf.json", "--config-from", "main"], "infra");
    expect(await inside()).toMatchObject({ code: 1, out: expect.stringContaining("main:wanproof.yaml:2") });
    renameSync(join(wanproof.folder, ".git"), join(wanproof.folder, "elsewhere"));
    expect((await inside()).code).toBe(2);
  });

  test("nor does one that it deletes take anything away", async () => {
    wanproof.write("near/wanproof.yaml", "version: 1\nfailOn: note\n");
    commit("main");
    rmSync(join(wanproof.folder, "near"), { recursive: true });
    mkdirSync(join(wanproof.folder, "near"));
    commit("pr");

    const { code, out } = await wanproof.run(["check", "../lab.tf.json", "--config-from", "main"], "near");
    expect([code, out]).toEqual([1, expect.stringContaining("main:near/wanproof.yaml: is what counts")]);
  });

  test("nor does what its Terraform carries, before it is applied", async () => {
    commit("main");
    const change = { actions: ["create"], before: null, after: WAN, after_unknown: {}, after_sensitive: {} };
    const carried = { version: 1, suppressions: [ENTRY] };
    const plan = (before: object | null) => ({
      format_version: "1.2",
      resource_changes: [{ mode: "managed", type: "azurerm_virtual_wan", name: "lab", address: ENTRY.address, change }],
      configuration: { root_module: { outputs: { wanproof_suppressions: { expression: {} } } } },
      output_changes: { wanproof_suppressions: { actions: ["update"], before, after: carried } },
      // Terraform puts an output that comes with the change here too.
      prior_state: { values: { outputs: { wanproof_suppressions: { value: carried } } } },
    });
    wanproof.write("pr.json", plan(null));
    wanproof.write("applied.json", plan(carried));

    const codeOf = async (...args: readonly string[]) => (await wanproof.run(["check", ...args])).code;
    expect(await codeOf("pr.json")).toBe(0);
    expect(await codeOf("pr.json", "--config-from", "main")).toBe(1);
    expect(await codeOf("applied.json", "--config-from", "main")).toBe(0);
  });

  test.each([
    ["origin/main", "there is no origin/main in this repository; fetch it first: git fetch origin main"],
    [
      "develop",
      "there is no develop in this repository; fetch it first: git fetch origin develop, and name a branch origin/develop",
    ],
    ["other", "there is no other in this repository; did you mean origin/other?"],
    ["--output=x", "is no git ref; name a branch, a tag or a commit"],
    ["both", "both is a branch and a tag; name which one: refs/heads/both or refs/tags/both"],
  ])("--config-from %s is refused, with what to do", async (ref, complaint) => {
    commit("main");
    git("branch", "both");
    git("tag", "both");
    git("update-ref", "refs/remotes/origin/other", "main");
    expect(await check(`--config-from=${ref}`)).toEqual(refused(`--config-from ${ref}: ${complaint}`));
  });

  test("a file of the ref that is none, or is wrong, is refused", async () => {
    wanproof.write("elsewhere.yaml", EXEMPTION);
    symlinkSync("elsewhere.yaml", join(wanproof.folder, "wanproof.yaml"));
    wanproof.write("wrong/wanproof.yaml", "version: 3\n");
    wanproof.write("named/wanproof.yml", EXEMPTION);
    commit("main");
    expect(await check("--config-from", "main")).toEqual(
      refused("main:wanproof.yaml: is no plain file in that ref; the configuration has to be one"),
    );
    expect(await check("--config-from", "main", "--config", "wrong/wanproof.yaml")).toEqual(
      refused("main:wrong/wanproof.yaml:1:10: version is 3; right is 1, the only version there is"),
    );
    expect((await wanproof.run(["check", "../lab.tf.json", "--config-from", "main"], "named")).err).toBe(
      "wanproof: main:named/wanproof.yml: is not read: the configuration is called wanproof.yaml; rename it\n",
    );
  });

  test("outside of the repository there is nothing to read", async () => {
    commit("main");
    expect(await check("--config-from", "main", "--config", "../wanproof.yaml")).toEqual(
      refused(
        "--config-from main: --config ../wanproof.yaml lies outside of the repository, so the ref doesn't hold it",
      ),
    );
    rmSync(join(wanproof.folder, ".git"), { recursive: true });
    expect(await check("--config-from", "main")).toEqual(
      refused(
        "--config-from main: the working directory is in no git repository; run the command in one, or use --config",
      ),
    );
  });
});

describe("an intent file as the ref has it", () => {
  const HUB = { name: "hub", resource_group_name: "rg", location: "westeurope", address_prefix: "10.64.0.0/23" };
  const resource = { mode: "managed", type: "azurerm_virtual_hub", name: "hub", address: "azurerm_virtual_hub.hub" };
  const plan = {
    format_version: "1.2",
    resource_changes: [{ ...resource, change: { actions: ["no-op"], before: HUB, after: HUB, after_unknown: {} } }],
    prior_state: { values: { root_module: { resources: [{ ...resource, values: HUB }] } } },
    configuration: { root_module: {} },
  };
  const ending = async (...args: readonly string[]) => {
    const { code, out, err } = await wanproof.run([
      "check",
      "plan.json",
      "--intent",
      "intent.yaml",
      "--fail-on-new",
      ...args,
    ]);
    return [code, /^error .*encrypted-to-onprem/m.exec(out)?.[0], err];
  };

  test("tells what was there: what the file said already doesn't count again, and what it says now does", async () => {
    wanproof.write("plan.json", plan);
    wanproof.write("intent.yaml", "protected: [10.9.0.0/16]\n");
    commit("main");
    expect(await ending("--config-from", "main")).toEqual([0, "error  existing  encrypted-to-onprem", ""]);
    expect(await ending()).toEqual([1, "error  encrypted-to-onprem", ""]);

    wanproof.write("intent.yaml", "protected: [10.9.0.0/16, 10.10.0.0/16]\n");
    commit("pr");
    expect(await ending("--config-from", "main")).toEqual([1, "error  new  encrypted-to-onprem", ""]);
  });

  test.each([
    ["wasn't there", undefined],
    ["said nothing that can be read", "protected: ["],
  ])("tells that all is new where it %s", async (_case, text) => {
    wanproof.write("plan.json", plan);
    if (text !== undefined) {
      wanproof.write("intent.yaml", text);
    }
    commit("main");
    wanproof.write("intent.yaml", "protected: [10.9.0.0/16]\n");
    commit("pr");
    expect(await ending("--config-from", "main")).toEqual([1, "error  new  encrypted-to-onprem", ""]);
  });
});
