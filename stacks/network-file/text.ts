import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { InputError } from "../../network/input/reading";

// A thousand sites make about one megabyte.
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * The text of a network file.
 * @throws InputError where there is none that can be read
 */
export function textOfFile(path: string): string {
  const bytes = bytesOf(path);
  if (!isUtf8(bytes)) {
    throw refused(path, "is no UTF-8 text; save it as UTF-8");
  }
  return bytes.toString("utf8");
}

function bytesOf(path: string): Buffer {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_BYTES) {
      throw refused(path, `is ${Math.ceil(size / 2 ** 20)} MB large, so it is no network file`);
    }
    return readFileSync(path);
  } catch (failure) {
    throw failure instanceof InputError ? failure : refused(path, reasonOf(failure));
  }
}

function refused(path: string, message: string): InputError {
  return new InputError([{ path, message }]);
}

function reasonOf(failure: unknown): string {
  const code = typeof failure === "object" && failure !== null && "code" in failure ? failure.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "EISDIR":
      return "is a folder; name the network.yaml in it";
    case "EACCES":
    case "EPERM":
      return "can't be read: permission denied";
    default:
      return `can't be read (${String(code ?? failure)})`;
  }
}
