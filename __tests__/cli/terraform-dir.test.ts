import { MAIN_TF, VIOLATED } from "../ci/plans";
import { BuiltCommand } from "./built-command";

describe("--terraform-dir", () => {
  const command = new BuiltCommand();

  afterAll(() => command.remove());

  const linesOf = (args: readonly string[]) => {
    const { code, out, err } = command.run([...args, "--format", "json"]);
    const sources =
      code === 2 ? [] : JSON.parse(out).findings.map(({ source }: { readonly source: unknown }) => source);
    return { code, sources, err };
  };

  test("points findings at the folder that the plan was made in", () => {
    command.write("plans/plan.json", VIOLATED);
    command.write("infra/wan.tf", MAIN_TF);
    expect([
      linesOf(["check", "plans/plan.json"]),
      linesOf(["check", "plans/plan.json", "--terraform-dir", "infra"]),
      linesOf(["check", "plans/plan.json", "--terraform-dir", "plans/plan.json=infra"]),
    ]).toEqual([
      { code: 1, sources: [null], err: "" },
      { code: 1, sources: [{ file: "infra/wan.tf", line: 3 }], err: "" },
      { code: 1, sources: [{ file: "infra/wan.tf", line: 3 }], err: "" },
    ]);
  });

  test("is not needed where the working directory or the plan's own declares what the plan has", () => {
    command.write("here/plan.json", VIOLATED);
    command.write("here/main.tf", `\n${MAIN_TF}`);
    expect(linesOf(["check", "here/plan.json"]).sources).toEqual([{ file: "here/main.tf", line: 4 }]);
  });

  test("counts for a saved network too, which keeps the lines", () => {
    command.write("plans/plan.json", VIOLATED);
    command.write("infra/wan.tf", MAIN_TF);
    const saved = command.run(["network", "plans/plan.json", "--terraform-dir", "infra", "-o", "saved.json"]);
    expect([saved.code, linesOf(["check", "saved.json"]).sources]).toEqual([0, [{ file: "infra/wan.tf", line: 3 }]]);
  });

  test("of a folder that isn't there ends with 2", () => {
    command.write("plans/plan.json", VIOLATED);
    expect(linesOf(["check", "plans/plan.json", "--terraform-dir", "plans/plan.json=gone"])).toEqual({
      code: 2,
      sources: [],
      err: "wanproof: gone: is no folder: name the one that the plan was made in, or PLAN=FOLDER for one of several plans\n",
    });
  });
});
