import { type Complaint, printable } from "../../../text/complaint";
import type { Problem } from "../../../text/problem";
import { isPlain } from "../../expression/value";
import type { Sources } from "../../fields/sources";
import type { Reading } from "../../input/reading";
import { checkShape } from "../../intent/check-shape";
import type { IntentFile } from "../../intent/read-intent-file";
import type { StatedIntent } from "../../intent/schema";
import {
  type Attribute,
  type AttributeObject,
  isList,
  isRecord,
  type Resource,
  Secret,
  UnknownAttribute,
} from "../../resource";

/** One statement of intent, before it is joined to the network. */
export interface Statement {
  readonly stated: StatedIntent;
  /** The input that it speaks of; undefined for a file, which speaks of all. */
  readonly input: string | undefined;
  /** How people and addresses name it: `output.network_intent`, or the file. */
  readonly name: string;
  /** The output or the file itself. */
  readonly resource: Resource;
  /** What is wrong with its shape; `stated` is the rest. */
  readonly problems: readonly Problem[];
  readonly complaint: (problem: Problem) => Complaint;
}

const OUTPUT = "output.network_intent";

/** What the output `network_intent` of an input states; undefined where there is none. */
export function outputStatement(reading: Reading, sources: Sources): Statement | undefined {
  const { path, intent, intentSource } = reading;
  const value = intent !== undefined && isPlain(intent) ? intent : plain(intent ?? null, sources);
  if (value === null) {
    return undefined;
  }
  const { stated, problems } =
    value instanceof UnknownAttribute ? { stated: wholly(value), problems: [] } : checkShape(value);
  const resource: Resource = {
    address: OUTPUT,
    type: "output",
    standing: "managed",
    input: path,
    ...(intentSource === undefined ? {} : { source: intentSource }),
    attributes: {},
  };
  const complaint = (problem: Problem): Complaint => {
    const message = printable(`${OUTPUT}: ${problem.message}`);
    // A line is one of the person's own code, which is seldom the input itself.
    return intentSource === undefined
      ? { path, message }
      : { path: intentSource.file, line: intentSource.line, message };
  };
  return { stated, problems, input: path, name: OUTPUT, resource, complaint };
}

/** What an intent file states. */
export function fileStatement({ path, stated, problems, complaint }: IntentFile): Statement {
  const resource: Resource = { address: path, type: "intent", standing: "managed", input: path, attributes: {} };
  return { stated, problems, input: undefined, name: path, resource, complaint };
}

/** An output of which nothing is known states everything, and nothing of it can be told. */
function wholly(unknown: UnknownAttribute): StatedIntent {
  return {
    expressRoute: unknown,
    vpn: unknown,
    protected: unknown,
    onPremises: unknown,
    hubPeers: unknown,
    appliances: unknown,
    existing: unknown,
    onTunnelLoss: unknown,
  };
}

type Plain = string | number | boolean | null | UnknownAttribute | Plain[] | { [name: string]: Plain };

/** An output's value with references followed: JSON, but for what is unknown. */
function plain(attribute: Attribute, sources: Sources): Plain {
  const value = sources.value(attribute) ?? null;
  if (value instanceof Secret) {
    return new UnknownAttribute({ decidedBy: [OUTPUT], expression: "a sensitive value" });
  }
  if (isList(value)) {
    return value.map((element) => plain(element, sources));
  }
  return isRecord(value) ? plainObject(value, sources) : value;
}

function plainObject(value: AttributeObject, sources: Sources): Plain {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner, sources)]));
}
