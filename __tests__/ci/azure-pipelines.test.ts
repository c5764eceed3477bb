import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { BuiltCommand } from "../cli/built-command";
import { LENIENT, MAIN_TF, OPEN, SOUND, VIOLATED } from "./plans";
import { Repository } from "./repository";
import { listOf, objectOf, runStep, type StepEnding, shellSteps, yamlFile } from "./steps";

const template = objectOf(yamlFile("ci/azure-pipelines/wanproof.yml"));
const parameters = listOf(template.parameters).map(objectOf);
const names = parameters.map(({ name }) => String(name));
const [step] = shellSteps(template.steps);

describe("the template for Azure Pipelines, its script run by bash", () => {
  const command = new BuiltCommand();
  /** A built checkout of wanproof, beside what is judged. */
  const checkout = join(dirname(command.main), "../..");
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

  function run(
    { folder, temp }: Repository,
    given: Readonly<Record<string, string>>,
    target: string | undefined = "refs/heads/main",
  ): StepEnding {
    if (step === undefined) {
      throw new Error("the template has a step that runs bash");
    }
    expect(Object.keys(given).filter((name) => !names.includes(name))).toEqual([]);
    // Booleans are written with a capital letter.
    const defaults = parameters.map(({ name, default: value }): [string, string] => [
      String(name),
      name === "directory" ? checkout : value === true ? "True" : value === false ? "False" : String(value ?? ""),
    ]);
    const env = {
      AGENT_TEMPDIRECTORY: join(temp, "agent temp"),
      ...(target === undefined ? {} : { SYSTEM_PULLREQUEST_TARGETBRANCH: target }),
    };
    return runStep(step, { parameters: { ...Object.fromEntries(defaults), ...given } }, { folder, temp, env });
  }

  test("a violation fails, as an issue at the person's own line, a test result and a summary", () => {
    const repository = repositoryWith({ "main.tf": MAIN_TF }, { "a plan.json": VIOLATED });
    const { code, out } = run(repository, { plans: "a plan.json" });
    const reports = join(repository.temp, "agent temp/wanproof");
    const lines = out.split("\n");
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^##vso\[task\.logissue type=error;sourcepath=main\.tf;linenumber=3;code=encryption-on/);
    expect(lines.slice(-4)).toEqual([
      `##vso[task.uploadsummary]${reports}/report.md`,
      "##vso[task.setvariable variable=verdict;isOutput=true]fail",
      "##vso[task.setvariable variable=exitCode;isOutput=true]1",
      "",
    ]);
    expect(readFileSync(join(reports, "junit.xml"), "utf8")).toMatch(/<failure/);
    expect(readFileSync(join(reports, "report.md"), "utf8")).toContain("encryption-on");
  });

  test("what is undecided ends with 3, what is sound with 0, and what can't be read with 2", () => {
    const repository = repositoryWith({}, { "plans/open.json": OPEN, "sound.json": SOUND, "cut.json": "{" });
    const ended = ["plans/*.json", "sound.json", "cut.json"].map((plans) => {
      const { code, out } = run(repository, { plans });
      return [code, out.match(/variable=verdict;isOutput=true\](\w*)/)?.[1]];
    });
    expect(ended).toEqual([
      [3, "undecided"],
      [0, "pass"],
      [2, ""],
    ]);
    // The results of the check before are not published as those of this one.
    expect(existsSync(join(repository.temp, "agent temp/wanproof/junit.xml"))).toBe(false);
  });

  test.each([0, 1])("the configuration is that of the target branch (clone of depth %d)", (depth) => {
    const repository = repositoryWith({}, { "plan.json": VIOLATED, "wanproof.yaml": LENIENT }, depth);
    const change = run(repository, { plans: "plan.json" });
    const asked = run(repository, { plans: "plan.json", configFrom: "none" });
    expect([change.code, change.err, asked.code]).toEqual([1, "", 0]);
  });

  test("the configuration is that of the working tree where there is no pull request", () => {
    const repository = repositoryWith({}, { "plan.json": VIOLATED, "wanproof.yaml": LENIENT });
    expect(run(repository, { plans: "plan.json" }, "").code).toBe(0);
  });

  test("a target branch that can't be had ends with 2", () => {
    const repository = repositoryWith({}, { "plan.json": SOUND });
    const { code, out } = run(repository, { plans: "plan.json" }, "refs/heads/gone");
    expect([code, out.split(":")[0]]).toEqual([2, "##vso[task.logissue type=error;]wanproof"]);
  });

  describe("wanproof itself", () => {
    test("is never that of the change, which would bring its own judge", () => {
      const repository = repositoryWith({}, { "plan.json": VIOLATED });
      const mark = join(repository.temp, "ran");
      const judge = `require("node:fs").writeFileSync(${JSON.stringify(mark)}, "");`;
      repository.write("node_modules/wanproof/dist/cli/main.js", judge);
      repository.write("tools/dist/cli/main.js", judge);
      symlinkSync(join(repository.folder, "tools"), join(repository.temp, "link"));
      const codes = [".", "tools", join(repository.temp, "link")].map(
        (directory) => run(repository, { plans: "plan.json", directory }).code,
      );
      expect([codes, run(repository, { plans: "plan.json" }).code, existsSync(mark)]).toEqual([[2, 2, 2], 1, false]);
    });

    test("may be installed in a folder elsewhere, and is missed where it is nowhere", () => {
      const repository = repositoryWith({}, { "plan.json": SOUND });
      const elsewhere = join(repository.temp, "elsewhere");
      mkdirSync(join(elsewhere, "node_modules"), { recursive: true });
      symlinkSync(checkout, join(elsewhere, "node_modules/wanproof"));
      const missing = (directory: string, install: string) =>
        run(repository, { plans: "plan.json", directory, install }).out.split("\n")[0];
      const refused = (why: string) => `##vso[task.logissue type=error;]wanproof: ${why}`;

      expect(run(repository, { plans: "plan.json", directory: elsewhere }).code).toBe(0);
      expect(missing(join(repository.temp, "nowhere"), "auto")).toBe(
        refused("there is no folder that directory names: check wanproof out there"),
      );
      expect(missing(repository.temp, "auto")).toBe(
        refused("the folder that directory names is no checkout of wanproof"),
      );
      expect(missing(repository.temp, "never")).toBe(
        refused("there is no built wanproof in the folder that directory names, and install is never"),
      );
    });
  });

  describe("a shell command in a parameter is not run", () => {
    const repository = repositoryWith({}, { "plan.json": SOUND });
    // Whatever this one is asked, it has nothing to say: what matters happens before.
    const stub = join(repository.temp, "stub");
    mkdirSync(join(stub, "dist/cli"), { recursive: true });
    writeFileSync(join(stub, "dist/cli/main.js"), "");
    const marks = ["one", "two", "three", "four"].map((mark) => join(repository.temp, mark));
    const [one, two, three, four] = marks;
    const hostile = `$(touch ${one})\`touch ${two}\`; touch ${three}; "'; touch ${four} #`;

    test.each(names)("%s", (name) => {
      expect([0, 2]).toContain(run(repository, { plans: "plan.json", directory: stub, [name]: hostile }).code);
      expect(marks.filter((mark) => existsSync(mark))).toEqual([]);
    });
  });

  test("no expression is in the script, which is sound bash, and every parameter is handed to it", () => {
    expect(step?.run).not.toContain("${{");
    expect(spawnSync("bash", ["-n"], { input: step?.run, encoding: "utf8" }).stderr).toBe("");
    const used = Object.values(step?.env ?? {}).map((text) => text.replace(/^\$\{\{ parameters\.(\w+) \}\}$/, "$1"));
    expect(used.sort()).toEqual([...names].sort());
  });
});
