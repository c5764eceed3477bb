import type { Eliminated, Input, TerraformFolder } from "../network";

const MOST = 5;

/** What is said of how an input's open values were told, a line each; none where there was nothing to look up. */
export function inputLines({ folder, byElimination = [] }: Input): readonly string[] {
  return [...folderLines(folder), ...eliminationLines(byElimination)];
}

function folderLines(folder: TerraformFolder | undefined): readonly string[] {
  return folder === undefined ? [] : [headOf(folder), ...(folder.isRead ? folder.notes : [])];
}

function eliminationLines(all: readonly Eliminated[]): readonly string[] {
  const lines = all.slice(0, MOST).map(({ address, path, is }) => `by elimination, ${address}.${path} is ${is}`);
  return all.length > MOST ? [...lines, `and ${all.length - MOST} more by elimination`] : lines;
}

function headOf({ path, isRead, notes }: TerraformFolder): string {
  return isRead
    ? `what it leaves open is read from the Terraform in ${path}`
    : `what it leaves open isn't read from the Terraform in ${path}: ${notes.join("; ")}`;
}
