import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { LARGEST_SOURCE } from "../input/terraform-files";

/** What became of a file. Nothing of its content is in a fault. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly reason: string };

/** More than any file has that a configuration reads. */
const LARGEST_FILE = 1024 * 1024;

/** The files around a folder of Terraform: its git repository, else the folder. No file outside is read, through no link either. */
export class Repository {
  readonly top: string;

  constructor(private readonly folder: string) {
    const real = realpathSync(folder);
    this.top = topOf(real) ?? real;
  }

  /** A file that a function names, as seen from the folder. */
  file(path: string): FileText {
    return this.read(resolve(this.folder, path), [this.top], LARGEST_FILE, "1 MB");
  }

  /** A file of Terraform in a module's folder, which may be outside where a module call says so. */
  source(folder: string, name: string): FileText {
    return this.read(join(folder, name), [this.top, realOf(folder) ?? this.top], LARGEST_SOURCE, "4 MB");
  }

  private read(path: string, tops: readonly string[], largest: number, size: string): FileText {
    const real = realOf(path);
    if (real === undefined) {
      // What a link leads to that isn't there may be anywhere.
      return tops.some((top) => isInside(resolve(path), top)) ? { kind: "missing" } : OUTSIDE;
    }
    if (!tops.some((top) => isInside(real, top)) || isInside(real, join(this.top, ".git"))) {
      return OUTSIDE;
    }
    const stats = statSync(real);
    if (!stats.isFile()) {
      return { kind: "refused", reason: "is no file" };
    }
    return stats.size > largest
      ? { kind: "refused", reason: `is larger than ${size}` }
      : { kind: "text", text: readFileSync(real, "utf8") };
  }
}

const OUTSIDE: FileText = { kind: "refused", reason: "is outside the repository" };

function topOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) {
    return folder;
  }
  const above = dirname(folder);
  return above === folder ? undefined : topOf(above);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isInside(path: string, top: string): boolean {
  return path === top || path.startsWith(top.endsWith(sep) ? top : top + sep);
}
