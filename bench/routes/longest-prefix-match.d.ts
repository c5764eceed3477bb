/** The package has no types of its own. */
declare module "longest-prefix-match" {
  class LongestPrefixMatch<T> {
    addPrefix(prefix: string, data: T): void;
    /** What belongs to the longest prefix that holds another one; an address is a `/32`. */
    getMatch(prefix: string): T[];
  }
  export = LongestPrefixMatch;
}
