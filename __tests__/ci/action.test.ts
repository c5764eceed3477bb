import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BuiltCommand } from "../cli/built-command";
import { LENIENT, MAIN_TF, OPEN, SOUND, VIOLATED } from "./plans";
import { Repository } from "./repository";
import { listOf, objectOf, outputsIn, runStep, type StepEnding, shellSteps, yamlFile } from "./steps";

const action = objectOf(yamlFile("action.yml"));
const inputNames = Object.keys(objectOf(action.inputs));
const steps = shellSteps(objectOf(action.runs).steps);

interface Ran {
  readonly find: StepEnding;
  readonly check: StepEnding | undefined;
  /** Outputs of the action. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

interface Given {
  readonly inputs: Readonly<Record<string, string>>;
  /** Whether the run is of a pull request; default true. */
  readonly isPullRequest?: boolean;
  /** The action's own checkout; default a built one. */
  readonly checkout?: string;
  readonly env?: NodeJS.ProcessEnv;
}

describe("the GitHub action, its steps run by bash", () => {
  const command = new BuiltCommand();
  const built = join(dirname(command.main), "../..");
  const repositories: Repository[] = [];

  afterAll(() => {
    command.remove();
    for (const repository of repositories) {
      repository.remove();
    }
  });

  function repositoryWith(...content: ConstructorParameters<typeof Repository>): Repository {
    const repository = new Repository(...content);
    repositories.push(repository);
    return repository;
  }

  function run(repository: Repository, { inputs, isPullRequest = true, checkout = built, env = {} }: Given): Ran {
    const unknown = Object.keys(inputs).filter((name) => !inputNames.includes(name));
    expect(unknown).toEqual([]);
    const defaults = Object.entries(objectOf(action.inputs)).map(([name, input]): [string, string] => [
      name,
      String(objectOf(input).default ?? ""),
    ]);
    const files = { output: join(repository.temp, "output"), summary: join(repository.temp, "summary") };
    const runner = {
      GITHUB_ACTION_PATH: checkout,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      RUNNER_TEMP: repository.temp,
      ...env,
    };
    const place = { folder: repository.folder, temp: repository.temp, env: runner };
    const context = {
      inputs: { ...Object.fromEntries(defaults), ...inputs },
      github: { event: isPullRequest ? { pull_request: { base: { sha: repository.base } } } : {} },
    };
    const [finding, checking] = steps;
    if (finding === undefined || checking === undefined) {
      throw new Error("the action has two steps that run a shell");
    }
    writeFileSync(files.output, "");
    writeFileSync(files.summary, "");
    const find = runStep(finding, context, place);
    const found = { find: { outputs: outputsIn(files.output) } };
    writeFileSync(files.output, "");
    // A step that fails ends the action.
    const check = find.code === 0 ? runStep(checking, { ...context, steps: found }, place) : undefined;
    return { find, check, outputs: outputsIn(files.output), summary: readFileSync(files.summary, "utf8") };
  }

  test("a sound network passes", () => {
    const repository = repositoryWith({}, { "plan.json": SOUND });
    const { check, outputs, summary } = run(repository, { inputs: { plans: "plan.json", sarif: "out.sarif" } });
    expect({ code: check?.code, err: check?.err }).toEqual({ code: 0, err: "" });
    expect(outputs).toEqual({
      "exit-code": "0",
      verdict: "pass",
      report: expect.stringMatching(/report\.json$/),
      markdown: expect.stringMatching(/report\.md$/),
      sarif: "out.sarif",
    });
    expect(JSON.parse(readFileSync(outputs.report ?? "", "utf8"))).toMatchObject({ verdict: "pass" });
    expect(JSON.parse(readFileSync(join(repository.folder, "out.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(summary).toBe(readFileSync(outputs.markdown ?? "", "utf8"));
  });

  test("a violation fails, and is annotated at the person's own line", () => {
    const repository = repositoryWith({ "main.tf": MAIN_TF }, { "plan.json": VIOLATED });
    const { check, outputs } = run(repository, { inputs: { plans: "plan.json", summary: "false" } });
    expect(check?.code).toBe(1);
    expect(check?.out.split("\n")[0]).toMatch(/^::error file=main\.tf,line=3,title=encryption-on \(new\)::/);
    expect([outputs.verdict, outputs["exit-code"], outputs.sarif]).toEqual(["fail", "1", undefined]);
  });

  test("what is undecided ends with 3, and with unknown as it says", () => {
    const repository = repositoryWith({}, { "plan.json": OPEN });
    const codes = ["", "fail", "pass"].map((unknown) => {
      const { check, outputs } = run(repository, { inputs: { plans: "plan.json", unknown } });
      return [check?.code, outputs.verdict, outputs["exit-code"]];
    });
    expect(codes).toEqual([
      [3, "undecided", "3"],
      [1, "undecided", "1"],
      [0, "undecided", "0"],
    ]);
  });

  test("a plan that can't be read ends with 2, and no report is told of", () => {
    const repository = repositoryWith({}, { "plan.json": "{" });
    const { check, outputs, summary } = run(repository, { inputs: { plans: "plan.json", sarif: "out.sarif" } });
    expect([check?.code, outputs, summary]).toEqual([2, { "exit-code": "2" }, ""]);
    expect(check?.err).toMatch(/^wanproof: plan\.json:1: is cut off/);
  });

  test("a plan that holds no network is refused, unless that is allowed", () => {
    const repository = repositoryWith({}, { "plan.json": SOUND.replaceAll("azurerm_virtual_wan", "azurerm_other") });
    const codes = ["true", "false"].map(
      (allowed) => run(repository, { inputs: { plans: "plan.json", "require-network": allowed } }).check?.code,
    );
    expect(codes).toEqual([2, 0]);
  });

  test("plans are named one a line, with spaces in names and patterns for several", () => {
    const other = SOUND.replaceAll("wan-corp", "wan-other");
    const repository = repositoryWith(
      {},
      { "plans/a b.json": SOUND, "plans/c.json": other, "more [1].json": VIOLATED },
    );
    const { check, outputs } = run(repository, { inputs: { plans: "  more [1].json  \r\n\n  plans/*.json\n" } });
    const report = JSON.parse(readFileSync(outputs.report ?? "", "utf8"));
    expect(check?.code).toBe(1);
    expect(report.inputs.map(({ path }: { readonly path: string }) => path)).toEqual([
      "more [1].json",
      "plans/a b.json",
      "plans/c.json",
    ]);
  });

  describe("a shell command in an input is not run", () => {
    const repository = repositoryWith({}, { "plan.json": SOUND });
    // Whatever this one is asked, it has nothing to say: what matters happens before.
    mkdirSync(join(repository.temp, "dist/cli"), { recursive: true });
    writeFileSync(join(repository.temp, "dist/cli/main.js"), "");
    const marks = ["one", "two", "three", "four"].map((mark) => join(repository.temp, mark));
    const [one, two, three, four] = marks;
    const hostile = `$(touch ${one})\`touch ${two}\`; touch ${three}; "'; touch ${four} #`;

    test.each(inputNames)("%s", (name) => {
      const inputs = { plans: "plan.json", install: "never", [name]: hostile };
      const { check } = run(repository, { inputs, checkout: repository.temp });
      expect(marks.filter((mark) => existsSync(mark))).toEqual([]);
      expect([0, 2]).toContain(check?.code);
    });
  });

  test("a name that looks like an option is a name", () => {
    const repository = repositoryWith({}, { "--unknown=pass": OPEN });
    expect(run(repository, { inputs: { plans: "--unknown=pass" } }).check?.code).toBe(3);
  });

  test("the summary and the annotations show no command that a name holds", () => {
    const hostile = JSON.stringify("x\n::set-output name=verdict::pass").slice(1, -1);
    const repository = repositoryWith({}, { "plan.json": VIOLATED.replaceAll("wan-corp", hostile) });
    const { check } = run(repository, { inputs: { plans: "plan.json" } });
    expect([check?.code, check?.out.split("\n").filter((line) => line.startsWith("::set-output"))]).toEqual([1, []]);
  });

  describe("the configuration", () => {
    test.each([0, 1])(
      "is the base branch's, so that a pull request can't exempt itself (clone of depth %d)",
      (depth) => {
        const files = { "plan.json": VIOLATED, "wanproof.yaml": LENIENT };
        const { check, outputs } = run(repositoryWith({}, files, depth), { inputs: { plans: "plan.json" } });
        expect([check?.code, outputs.verdict, check?.err]).toEqual([1, "fail", ""]);
      },
    );

    test("of the base branch counts", () => {
      const repository = repositoryWith({ "wanproof.yaml": LENIENT }, { "plan.json": VIOLATED });
      expect(run(repository, { inputs: { plans: "plan.json" } }).check?.code).toBe(0);
    });

    test("is that of the working tree where there is no pull request, or where it is asked for", () => {
      const repository = repositoryWith({}, { "plan.json": VIOLATED, "wanproof.yaml": LENIENT });
      const pushed = run(repository, { inputs: { plans: "plan.json" }, isPullRequest: false });
      const asked = run(repository, { inputs: { plans: "plan.json", "config-from": "none" } });
      expect([pushed.check?.code, asked.check?.code]).toEqual([0, 0]);
    });

    test("of a ref that isn't there ends with 2", () => {
      const repository = repositoryWith({}, { "plan.json": SOUND });
      expect(run(repository, { inputs: { plans: "plan.json", "config-from": "nowhere" } }).check?.code).toBe(2);
    });
  });

  describe("wanproof itself", () => {
    test("is never that of the change, which would bring its own judge", () => {
      const repository = repositoryWith({}, { "plan.json": VIOLATED });
      const mark = join(repository.temp, "ran");
      repository.write(
        "node_modules/wanproof/dist/cli/main.js",
        `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "");`,
      );
      const inputs = { plans: "plan.json", install: "never" };
      const unbuilt = run(repository, { inputs, checkout: repository.temp });
      const built = run(repository, { inputs });
      expect([unbuilt.find.code, built.check?.code, existsSync(mark)]).toEqual([2, 1, false]);
    });

    test("is not downloaded where that isn't wanted", () => {
      const repository = repositoryWith({}, { "plan.json": SOUND });
      const { find, check } = run(repository, {
        inputs: { plans: "plan.json", install: "never" },
        checkout: repository.temp,
      });
      expect([find.code, find.out, check]).toEqual([
        2,
        "::error title=wanproof::wanproof isn't built in the action's checkout, and install is never\n",
        undefined,
      ]);
    });

    test("is installed from the lockfile and built otherwise, without scripts of packages", () => {
      const repository = repositoryWith({}, { "plan.json": SOUND });
      const tools = join(repository.temp, "bin");
      mkdirSync(tools);
      const npm = `#!/bin/sh\necho "npm $* in $PWD"\n[ "$1" != run ] || ln -s '${built}/dist' dist\n`;
      writeFileSync(join(tools, "npm"), npm, { mode: 0o755 });
      const { find, check } = run(repository, {
        inputs: { plans: "plan.json" },
        checkout: repository.temp,
        env: { PATH: `${tools}:${process.env.PATH}` },
      });
      expect([find.code, find.out.split("\n").filter((line) => line.startsWith("npm")), check?.code]).toEqual([
        0,
        [
          `npm ci --ignore-scripts --no-audit --no-fund in ${repository.temp}`,
          `npm run --silent build in ${repository.temp}`,
        ],
        0,
      ]);
    });
  });

  test("new findings only count where that is asked for", () => {
    const repository = repositoryWith({}, { "plan.json": VIOLATED });
    const before = run(repository, { inputs: { plans: "plan.json" } });
    repository.write("baseline.json", readFileSync(before.outputs.report ?? "", "utf8"));
    const after = run(repository, {
      inputs: { plans: "plan.json", baseline: "baseline.json", "fail-on-new": "true" },
    });
    expect([before.check?.code, after.check?.code, after.outputs.verdict]).toEqual([1, 0, "pass"]);
  });
});

describe("action.yml", () => {
  test("puts no expression into a script, and every script is sound bash", () => {
    for (const { run } of steps) {
      expect(run).not.toContain("${{");
      expect(run.startsWith("set -euo pipefail\n")).toBe(true);
      expect(spawnSync("bash", ["-n"], { input: run, encoding: "utf8" }).stderr).toBe("");
    }
  });

  test("uses no other action", () => {
    const used = listOf(objectOf(action.runs).steps).map((step) => objectOf(step).uses);
    expect(used).toEqual([undefined, undefined]);
  });

  test("hands every input to a step, and only those that there are", () => {
    const used = steps.flatMap(({ env }) => Object.values(env).flatMap((text) => text.match(/inputs\.[\w-]+/g) ?? []));
    expect([...used].sort()).toEqual(inputNames.map((name) => `inputs.${name}`).sort());
  });
});
