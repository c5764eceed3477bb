import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { InputError } from "./complaint";

/** A kind of file that people write. */
export interface FileKind {
  /** `network file` */
  readonly noun: string;
  /** What to name instead of a folder, as a sentence: `name the network.yaml in it`. */
  readonly insteadOfFolder: string;
}

// A thousand sites make about one megabyte.
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * The text of a file.
 * @param called how complaints call it
 * @throws InputError where there is none that can be read
 */
export function textOfFile(path: string, kind: FileKind, called = path): string {
  const content = contentOf(path, kind);
  if ("fault" in content) {
    throw new InputError([{ path: called, message: content.fault }]);
  }
  return content.text;
}

type Content = { readonly text: string } | { readonly fault: string };

function contentOf(path: string, { noun, insteadOfFolder }: FileKind): Content {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      return { fault: `is a folder; ${insteadOfFolder}` };
    }
    if (stat.size > LARGEST_BYTES) {
      return { fault: `is ${Math.ceil(stat.size / 2 ** 20)} MB large, so it is no ${noun}` };
    }
    const bytes = readFileSync(path);
    return isUtf8(bytes) ? { text: bytes.toString("utf8") } : { fault: "is no UTF-8 text; save it as UTF-8" };
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "EACCES":
    case "EPERM":
      return "can't be read: permission denied";
    default:
      return `can't be read (${String(code ?? "unknown reason")})`;
  }
}
