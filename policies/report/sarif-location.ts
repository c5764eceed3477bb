import { plain } from "../../text/plain";
import type { Finding } from "../judge/finding";

/** Where a finding is: the line that a person wrote or else the input, with the Terraform address and the construct. */
export function locationOf({ address, constructPath, source, input }: Finding): object {
  const construct =
    constructPath === undefined ? [] : [{ fullyQualifiedName: plain(constructPath), kind: "construct" }];
  return {
    physicalLocation: {
      artifactLocation: artifactOf(source?.file ?? inputFile(input)),
      // Code scanning asks for a line. An input is named as a whole.
      region: { startLine: Math.max(1, source?.line ?? 1) },
    },
    logicalLocations: [{ fullyQualifiedName: plain(address), kind: "resource" }, ...construct],
  };
}

// A synthesized stack is named by its folder, and its Terraform is in the one file that cdktf writes there.
function inputFile(input: string): string {
  return /(^|[\\/])stacks[\\/][^\\/]+$/.test(input) && !input.endsWith(".json") ? `${input}/cdk.tf.json` : input;
}

function artifactOf(file: string): object {
  if (file === "-") {
    return { uri: "stdin" };
  }
  const path = file.replaceAll("\\", "/");
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? "";
  if (drive !== "" || path.startsWith("/")) {
    return {
      uri: `file://${drive === "" ? "" : `/${drive}`}/${encoded(path.slice(drive.length).replace(/^\/+/, ""))}`,
    };
  }
  const relative = path.replace(/^(\.\/+)+/, "");
  return { uri: relative === "" ? "." : encoded(relative), uriBaseId: "%SRCROOT%" };
}

function encoded(path: string): string {
  // encodeURIComponent refuses half of a surrogate pair, which a name may hold; a Buffer replaces it.
  return path
    .split("/")
    .map((part) => encodeURIComponent(Buffer.from(part).toString()))
    .join("/");
}
