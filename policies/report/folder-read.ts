import type { Input, TerraformFolder } from "../../network/network";

/** What is said of the folder that a plan's open values were looked up in, a line each; none where there was nothing to look up. */
export function folderLines({ folder }: Input): readonly string[] {
  return folder === undefined ? [] : [headOf(folder), ...(folder.isRead ? folder.notes : [])];
}

function headOf({ path, isRead, notes }: TerraformFolder): string {
  return isRead
    ? `what it leaves open is read from the Terraform in ${path}`
    : `what it leaves open isn't read from the Terraform in ${path}: ${notes.join("; ")}`;
}
