import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { WRITERS } from "../../policies/report/formats";
import { WanproofHere } from "./wanproof-here";

let wanproof: WanproofHere;
beforeAll(() => {
  wanproof = new WanproofHere();
  const wan = { name: "wan-corp", disable_vpn_encryption: true };
  wanproof.write("fail.tf.json", { resource: { azurerm_virtual_wan: { corp: wan } } });
  wanproof.write("folder/readme.txt", "a folder");
});
afterAll(() => wanproof.remove());

function fileText(name: string): string {
  return readFileSync(join(wanproof.folder, name), "utf8");
}

function check(...args: readonly string[]) {
  return wanproof.run(["check", "fail.tf.json", ...args]);
}

describe("several reports of one check", () => {
  test.each(Object.keys(WRITERS))("%s goes to a file as it would go to stdout", async (format) => {
    const told = await check("--format", format);
    const filed = await check("--format", `${format}=folder/report.${format}`);

    expect([told.code, told.err, filed]).toEqual([1, "", { code: 1, out: "", err: "" }]);
    expect(told.out).not.toBe("");
    expect(fileText(`folder/report.${format}`)).toBe(told.out);
  });

  test("go each where it is told, the one without a file to stdout", async () => {
    const ending = await check("--format", "json=one=1.json", "--format", "text", "--format", "json=two.json");

    expect(ending).toEqual(await check());
    expect([fileText("one=1.json"), fileText("two.json")]).toEqual(
      Array(2).fill((await check("--format", "json")).out),
    );
  });

  test("replace what an earlier check wrote, and leave nothing else", async () => {
    wanproof.write("again/report.txt", "an earlier one, which is longer than what comes now\n".repeat(100));
    await check("--format", "text=again/report.txt");

    expect([readdirSync(join(wanproof.folder, "again")), fileText("again/report.txt")]).toEqual([
      ["report.txt"],
      (await check()).out,
    ]);
  });

  test("go to a device as well", async () => {
    expect(await check("--format", "text=/dev/null")).toEqual({ code: 1, out: "", err: "" });
  });
});

describe("files that can't be written end with exit code 2, before anything is judged", () => {
  test("all of them said at once", async () => {
    const ending = await wanproof.run([
      ...["check", "missing.json", "fail.tf.json"],
      ...["--format", "json=nowhere/report.json", "--format", "text=folder", "--format", "json=./fail.tf.json"],
      ...["--format", "text=good.txt"],
    ]);

    expect(ending).toEqual({
      code: 2,
      out: "",
      err: [
        "wanproof: nowhere/report.json: the report can't be written: there is no folder nowhere",
        "wanproof: folder: is a folder: name a file in it",
        "wanproof: ./fail.tf.json: is an input, which a report would overwrite: name another file",
        "",
      ].join("\n"),
    });
    expect(existsSync(join(wanproof.folder, "good.txt"))).toBe(false);
  });

  test("an input under whatever name, and a configuration wherever it lies", async () => {
    symlinkSync("fail.tf.json", join(wanproof.folder, "link.tf.json"));
    symlinkSync(".", join(wanproof.folder, "here"));
    linkSync(join(wanproof.folder, "fail.tf.json"), join(wanproof.folder, "hard.json"));
    const refused = (file: string) => ({
      code: 2,
      out: "",
      err: `wanproof: ${file}: is an input, which a report would overwrite: name another file\n`,
    });

    expect(await wanproof.run(["check", "link.tf.json", "--format", "json=fail.tf.json"])).toEqual(
      refused("fail.tf.json"),
    );
    for (const file of ["here/fail.tf.json", "hard.json", "folder/wanproof.yaml"]) {
      expect(await check("--format", `json=${file}`)).toEqual(refused(file));
    }
    // A link is replaced, and what it leads to is not.
    expect(await check("--format", "json=link.tf.json")).toEqual({ code: 1, out: "", err: "" });
    expect(JSON.parse(fileText("fail.tf.json"))).toHaveProperty("resource");
  });
});
