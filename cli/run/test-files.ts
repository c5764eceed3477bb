import { testFilesOf, writeTestFiles } from "../../test-files/test-files";
import { plain } from "../../text/plain";

/** Writes a test beside each stack of a folder, and says what is in it. */
export function testFiles(folder: string): void {
  const tests = testFilesOf(folder);
  writeTestFiles(tests);
  for (const { path, assertions, left } of tests) {
    const counted = `${assertions} assertion${assertions === 1 ? "" : "s"}`;
    const silent =
      left.length === 0
        ? ""
        : `; not all is asserted of ${left.join(", ")}: modules, instances or variables without a default decide it`;
    process.stdout.write(plain(`${path}: ${counted}${silent}`).concat("\n"));
  }
  process.stdout.write("In each of these folders: terraform init -backend=false && terraform test\n");
}
