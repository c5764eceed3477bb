import { BuiltCommand } from "./built-command";

let wanproof: BuiltCommand;
beforeAll(() => {
  wanproof = new BuiltCommand();
  const name = "wan-corp";
  wanproof.write("pass.tf.json", { resource: { azurerm_virtual_wan: { corp: { name } } } });
  wanproof.write("fail.tf.json", {
    resource: { azurerm_virtual_wan: { corp: { name, disable_vpn_encryption: true } } },
  });
});
afterAll(() => wanproof.remove());

describe("bad usage ends with exit code 2 and one line on what is right", () => {
  const CHECK = "Usage: wanproof check [options] [input...], see wanproof check --help";
  const ANY =
    "Usage: wanproof <check|network|routes|view|device|verify|lab|intent|synth|test-files|explain>, see wanproof --help";

  test.each([
    [[], `no command is given. ${ANY}`],
    [["chekc", "pass.tf.json"], `unknown command 'chekc' (Did you mean check?). ${ANY}`],
    [["--nonsense"], `unknown option '--nonsense'. ${ANY}`],
    [["check", "pass.tf.json", "--fromat", "json"], `unknown option '--fromat' (Did you mean --format?). ${CHECK}`],
    [["check", "pass.tf.json", "--format"], `option '--format <format>' argument missing. ${CHECK}`],
    [
      ["check", "pass.tf.json", "--format", "xml"],
      `option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, sarif, junit, github, azuredevops, markdown, gitlab, conftest. ${CHECK}`,
    ],
    [
      ["check", "pass.tf.json", "--format", "text", "--format", "json"],
      `option '--format <format>' argument 'json' is invalid. Only one report can go to stdout: name a file for the other, such as json=FILE. ${CHECK}`,
    ],
    [
      ["check", "pass.tf.json", "--format", "text=a.txt", "--format", "json=./a.txt"],
      `option '--format <format>' argument 'json=./a.txt' is invalid. Two reports can't go to one file. ${CHECK}`,
    ],
    [
      ["check", "pass.tf.json", "--format", "json="],
      `option '--format <format>' argument 'json=' is invalid. Name a file after the equals sign, such as json=FILE. ${CHECK}`,
    ],
    [
      ["check", "pass.tf.json", "--fail-on", "never"],
      `option '--fail-on <level>' argument 'never' is invalid. Allowed choices are error, warning, note. ${CHECK}`,
    ],
    [
      ["check", "pass.tf.json", "--unknown", "ok"],
      `option '--unknown <outcome>' argument 'ok' is invalid. Allowed choices are fail, pass. ${CHECK}`,
    ],
  ])("%j", (args, line) => {
    expect(wanproof.run(args)).toEqual({ code: 2, out: "", err: `wanproof: ${line}\n` });
  });
});

describe("asking for help or the version is no error", () => {
  test("--version prints the version of the package", () => {
    expect(wanproof.run(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
  });

  test("--help names the commands, check --help its exit codes", () => {
    const help = wanproof.run(["--help"]);
    const checkHelp = wanproof.run(["check", "--help"]);

    expect([help.code, help.err, checkHelp.code, checkHelp.err]).toEqual([0, "", 0, ""]);
    expect(help.out).toMatch(/^Usage: wanproof [\s\S]*\n {2}check [\s\S]*\n {2}synth /);
    expect(checkHelp.out.split("\n").slice(-2)).toEqual([
      "Exit codes: 0 pass, 1 violations, 2 can't run, 3 nothing violated but something undecided.",
      "",
    ]);
  });
});

describe("what the command loads", () => {
  test.each([
    [
      "--version loads no gate",
      ["--version"],
      /cli.run|dist.(policies|network)|node_modules.(zod|yaml|cdktf|constructs|@cdktf)/,
    ],
    ["check loads no cdktf", ["check", "pass.tf.json"], /node_modules.(cdktf|constructs|@cdktf)/],
  ])("%s", (_case, args, unwanted) => {
    wanproof.write(
      "loaded.js",
      "process.on('exit', () => process.stderr.write(Object.keys(require.cache).join('\\n')));",
    );
    const { err } = wanproof.runNode(["--require", "./loaded.js", wanproof.main, ...args]);
    const loaded = err.split("\n");

    expect(loaded).toContain(wanproof.main);
    expect(loaded.filter((file) => unwanted.test(file))).toEqual([]);
  });
});

describe("when output or the command itself fails", () => {
  test("a reader that goes early leaves the exit code as it is", () => {
    const { out, err } = wanproof.runShell('wanproof check fail.tf.json | true; echo "${PIPESTATUS[0]}"');

    expect([out, err]).toEqual(["1\n", ""]);
  });

  test("an early end of both streams leaves the exit code as it is", () => {
    expect(wanproof.runShell('wanproof check missing.json 2>&1 | true; echo "${PIPESTATUS[0]}"').out).toBe("2\n");
  });

  test("a full disk is no verdict", () => {
    expect(wanproof.runShell("wanproof check pass.tf.json > /dev/full")).toEqual({
      code: 2,
      out: "",
      err: "wanproof: the report could not be written: ENOSPC: no space left on device, write\n",
    });
  });

  test("nor is one that has no room for a report in a file", () => {
    expect(wanproof.run(["check", "fail.tf.json", "--format", "text=/dev/full"])).toEqual({
      code: 2,
      out: "",
      err: "wanproof: /dev/full: the report can't be written: ENOSPC: no space left on device, write\n",
    });
  });
});
