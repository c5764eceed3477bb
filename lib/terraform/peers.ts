/** A package that constructs and stacks stand on. The gate needs none of them, so npm doesn't install them by itself. */
interface Peer {
  readonly name: string;
  /** The oldest version that has all that is used. */
  readonly since: string;
  /** What to ask npm for. */
  readonly wanted: string;
}

/** The packages that it takes to make Terraform; `package.json` lets older ones stand beside the gate. */
export const PEERS: readonly Peer[] = [
  { name: "cdktf", since: "0.21.0", wanted: "0.21" },
  { name: "constructs", since: "10.4.2", wanted: "10" },
  { name: "@cdktf/provider-azurerm", since: "14.23.0", wanted: "14" },
];

/** Terraform can't be made with the packages that are installed: which are missing or too old, and how to get them. */
export class MissingPeersError extends Error {
  constructor(readonly complaints: readonly string[]) {
    super(complaints.join("\n"));
    this.name = "MissingPeersError";
  }
}

/**
 * Refuses to go on where a package is missing or too old that constructs and stacks need.
 *
 * @param versionOf the installed version of a package; undefined where there is none
 * @throws MissingPeersError
 */
export function demandPeers(versionOf: (name: string) => string | undefined = installedVersion): void {
  const found = PEERS.map((peer) => ({ peer, version: versionOf(peer.name) }));
  const lacking = found.filter(({ peer, version }) => version === undefined || isOlder(version, peer.since));
  if (lacking.length === 0) {
    return;
  }
  const needs = lacking.map(({ peer, version }) => {
    const state = version === undefined ? "not installed" : `${version} is installed`;
    return `${peer.name} ${peer.since} or newer (${state})`;
  });
  const command = lacking.map(({ peer }) => `${peer.name}@${peer.wanted}`).join(" ");
  throw new MissingPeersError([`to make Terraform, wanproof needs ${inWords(needs)}: npm install ${command}`]);
}

/** The version of a package that is installed where this one is; undefined where there is none. */
export function installedVersion(name: string): string | undefined {
  try {
    const { version }: { readonly version: string } = require(`${name}/package.json`);
    return version;
  } catch (error) {
    // Not an `Error` of this realm inside jest.
    if (typeof error === "object" && error !== null && "code" in error && error.code === "MODULE_NOT_FOUND") {
      return undefined;
    }
    throw error;
  }
}

function isOlder(version: string, since: string): boolean {
  const own = numbersOf(version);
  const least = numbersOf(since);
  const at = least.findIndex((number, index) => number !== own[index]);
  return at !== -1 && (own[at] ?? 0) < (least[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return version.split(/[-+]/, 1).join().split(".").map(Number);
}

function inWords(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join() : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}
