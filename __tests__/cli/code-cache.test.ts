import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../../cli/code-cache";

const home = mkdtempSync(join(tmpdir(), "wanproof-home-"));
const work = join(home, "work");
afterAll(() => rmSync(home, { recursive: true }));

describe("compiled code is kept in the person's own folder for caches, and nowhere else", () => {
  test.each<[string, NodeJS.ProcessEnv, NodeJS.Platform, string, string | undefined]>([
    ["in .cache", {}, "linux", work, join(home, ".cache")],
    ["where the person says", { XDG_CACHE_HOME: "/caches" }, "linux", work, "/caches"],
    [
      "in .cache, where what is said is no full path",
      { XDG_CACHE_HOME: "caches" },
      "linux",
      work,
      join(home, ".cache"),
    ],
    ["in Library/Caches on a Mac", {}, "darwin", work, join(home, "Library/Caches")],
    ["in AppData/Local on Windows", {}, "win32", work, join(home, "AppData/Local")],
    ["nowhere in a pipeline", { CI: "true" }, "linux", work, undefined],
    ["nowhere below the working directory, which may be what is judged", {}, "linux", home, undefined],
    ["nowhere below the working directory, where that is said", { XDG_CACHE_HOME: work }, "linux", work, undefined],
  ])("%s", (_case, env, platform, from, folder) => {
    expect(cacheFolder(env, platform, home, from)).toBe(folder);
  });

  test("nowhere without a home", () => {
    expect(cacheFolder({}, "linux", join(home, "none"), work)).toBeUndefined();
  });
});
