import { parseAddress } from "../address/address";
import { type Prefix, parsePrefix, prefixOf } from "../address/prefix";
import type { Network } from "../network/network";
import { type ReadOptions, readNetwork, readNetworkBefore } from "../network/read/read-network";
import { InputError } from "../text/complaint";
import type { Asked } from "./asked";
import { type RouteChange, routeChanges } from "./changes";
import { placesCalled, WrongQuestion } from "./places";
import type { LossKind, RoutesReport } from "./report";
import { routeTable } from "./table";
import { type Trace, tracesOf } from "./trace";

/** What a person asks of the routes. */
export interface Question extends ReadOptions {
  /** A hub, spoke connection, virtual network or site: its Terraform address, its Azure name, or what texts call it. */
  readonly from?: string;
  /** An address or a prefix. */
  readonly to?: string;
  readonly whenLost?: LossKind | "all";
}

/** The routes of a network; with traces where one address is asked for. */
export interface RoutesAnswer {
  readonly report: RoutesReport;
  readonly traces: readonly Trace[] | undefined;
}

/**
 * Reads the inputs as one network and tells its routes.
 * @throws InputError with every complaint about the inputs
 * @throws WrongQuestion where a place or a destination can't be understood
 */
export function askRoutes(paths: readonly string[], question: Question): RoutesAnswer {
  const to = destinationOf(question.to);
  const network = readNetwork(paths, question);
  const asked = askedOf(network, question, to?.prefix);
  const report = routeTable(network, asked);
  return { report, traces: to?.isAddress === true ? tracesOf(network, report, to.prefix, asked) : undefined };
}

/**
 * What changes path: from other inputs, or from what the plans among the inputs say was before.
 * @throws InputError with every complaint about the inputs, and where nothing tells what was before
 * @throws WrongQuestion where a place or a destination can't be understood
 */
export function askChanges(
  paths: readonly string[],
  earlier: string | undefined,
  question: Question,
): readonly RouteChange[] {
  const to = destinationOf(question.to)?.prefix;
  if (earlier === "-" && paths.includes("-")) {
    throw new WrongQuestion("-: what was before and after can't both come from stdin: name a file for one of them");
  }
  const after = readNetwork(paths, question);
  const before = earlier === undefined ? readNetworkBefore(paths, question) : readNetwork([earlier], question);
  if (before === undefined) {
    const message = "doesn't tell what was before the change: give a plan, or name the earlier input with --diff";
    throw new InputError([{ path: paths.join(", "), message }]);
  }
  const { from } = question;
  // A place may be there at one time only.
  const places = from === undefined ? undefined : eitherOf([after, before], from);
  const asked: Asked = { ...(places === undefined ? {} : { from: places }), ...(to === undefined ? {} : { to }) };
  return routeChanges(routeTable(before, asked), routeTable(after, asked));
}

function askedOf(network: Network, { from, whenLost }: Question, to: Prefix | undefined): Asked {
  return {
    ...(from === undefined ? {} : { from: placesCalled(network, from) }),
    ...(to === undefined ? {} : { to }),
    ...(whenLost === undefined || whenLost === "all" ? {} : { whenLost }),
  };
}

function eitherOf(networks: readonly Network[], from: string): ReadonlySet<string> {
  const found = new Set<string>();
  const wrong: WrongQuestion[] = [];
  for (const network of networks) {
    try {
      for (const place of placesCalled(network, from)) {
        found.add(place);
      }
    } catch (error) {
      if (!(error instanceof WrongQuestion)) {
        throw error;
      }
      wrong.push(error);
    }
  }
  const [first] = wrong;
  if (found.size === 0 && first !== undefined) {
    throw first;
  }
  return found;
}

function destinationOf(text: string | undefined): { readonly prefix: Prefix; readonly isAddress: boolean } | undefined {
  if (text === undefined) {
    return undefined;
  }
  const address = parseAddress(text);
  const parsed = address.ok ? undefined : parsePrefix(text);
  const prefix = address.ok ? prefixOf(address.value, address.value.family === 4 ? 32 : 128) : undefined;
  const meant = prefix ?? (parsed?.ok === true ? parsed.value : undefined);
  if (meant === undefined) {
    const problem = parsed?.ok === false ? `: ${parsed.problem}` : "";
    throw new WrongQuestion(`--to ${text} is neither an address nor a prefix${problem}`);
  }
  if (meant.family !== 4) {
    throw new WrongQuestion(`--to ${text}: hubs carry IPv4 only`);
  }
  return { prefix: meant, isAddress: address.ok };
}
