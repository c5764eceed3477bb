import { byPlace, InputError } from "../../../text/complaint";
import type { Problem } from "../../../text/problem";
import type { Sources } from "../../fields/sources";
import type { Reading } from "../../input/reading";
import type { Intent } from "../../intent";
import type { IntentFile } from "../../intent/read-intent-file";
import type { Part } from "../../network";
import type { ExpressRouteConnectionDraft, HubBgpConnectionDraft, SiteDraft } from "../drafts";
import { Addressees } from "./addressees";
import { appliancesOf, wrongAppliances } from "./appliances";
import { type Advertisers, attach } from "./attach";
import { ExistingParts } from "./existing";
import { Scopes } from "./scopes";
import { fileStatement, outputStatement, type Statement } from "./statement";
import { statementPart } from "./statement-part";

/** What intent is joined to. */
export interface Stage {
  readonly sources: Sources;
  readonly readings: readonly Reading[];
  /** Parts of every kind. */
  readonly parts: readonly Part[];
  readonly expressRouteConnections: readonly ExpressRouteConnectionDraft[];
  readonly hubBgpConnections: readonly HubBgpConnectionDraft[];
  readonly sites: readonly SiteDraft[];
  /** Addresses of what was there before the change, as far as that is told. */
  readonly before: ReadonlySet<string>;
}

/**
 * Joins what outputs and the file state to the network: advertisements to the connections and links that they name, the
 * rest as it is stated, with what each statement speaks of. Where an output and the file state the same key of the same
 * connection or link, the file holds.
 *
 * @param wrong whether what is wrong is left out, instead of complained about
 * @throws InputError with every complaint about all of them
 */
export function joinIntent(stage: Stage, file: IntentFile | undefined, wrong?: "left out"): Intent {
  const statements: Statement[] = [...stage.readings]
    .sort(byPath)
    .map((reading) => outputStatement(reading, stage.sources))
    .filter((statement) => statement !== undefined);
  if (file !== undefined) {
    statements.push(fileStatement(file));
  }
  const advertisers = advertisersOf(stage);
  const existing = new ExistingParts(stage.sources, stage.readings, stage.parts);
  const complaints = statements.flatMap((statement) =>
    [
      ...statement.problems,
      ...attach(statement, advertisers),
      ...wrongAppliances(statement, stage),
      ...existing.enter(statement),
    ]
      .filter((problem) => !isGone(problem, stage))
      .map(statement.complaint)
      .sort(byPlace),
  );
  if (complaints.length > 0 && wrong === undefined) {
    throw new InputError(complaints);
  }
  const scopes = new Scopes(stage.sources, stage.parts);
  return {
    stated: statements.map(({ input, name }) => (input === undefined ? name : `${name} of ${input}`)),
    statements: statements.map((statement) => statementPart(statement, scopes.of(statement.input))),
    appliances: appliancesOf(statements),
    existing: existing.stated,
  };
}

function advertisersOf({ readings, expressRouteConnections, hubBgpConnections, sites }: Stage): Advertisers {
  const connectionsByAddress = new Addressees<ExpressRouteConnectionDraft>("ExpressRoute connection", readings);
  const sitesByAddress = new Addressees<SiteDraft>("VPN site", readings);
  for (const connection of expressRouteConnections) {
    connectionsByAddress.add(connection.resource.input, connection.resource.address, connection);
  }
  for (const site of sites) {
    sitesByAddress.add(site.resource.input, site.resource.address, site);
  }
  const peersByAddress = new Addressees<HubBgpConnectionDraft>("BGP peer of a hub", readings);
  for (const peer of hubBgpConnections) {
    peersByAddress.add(peer.resource.input, peer.resource.address, peer);
  }
  return { expressRouteConnections, hubBgpConnections, sites, connectionsByAddress, peersByAddress, sitesByAddress };
}

/** What the change destroys is no mistake in intent, which was right of it. */
function isGone({ path: [, address, ...further], at }: Problem, { before, readings }: Stage): boolean {
  if (typeof address !== "string" || further.length > 0 || at !== "key") {
    return false;
  }
  const input = readings.find(({ path }) => address.startsWith(`${path}#`));
  return before.has(input === undefined ? address : address.slice(input.path.length + 1));
}

function byPath(a: Reading, b: Reading): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
