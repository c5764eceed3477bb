import { JSON_WORDING, pathText, type Wording } from "../../text/problem";

/** How complaints about a network file call its parts. */
export const WORDING: Wording = {
  ...JSON_WORDING,
  whole: "the file",
  map: "a map",
  bareName: /^[\w-]+$/,
  // A key that somebody wrote where only the name of a variable belongs must not be shown.
  secrets: new Set(["preSharedKey", "sharedKey", "authorizationKey"]),
};

/** A path in a network file as people say it: `sites.hq.links.over-ams.bgp`. */
export function pathInFile(path: readonly PropertyKey[]): string {
  return pathText(path, WORDING);
}
