import type { Json, JsonObject } from "../../../text/json";
import type { BothTimes, Reading } from "../../input/reading";
import { FORMAT, FORMAT_KEY } from "../../input/saved-format";
import { isJudged } from "../../ledger/kept";
import type { CarriedSuppressions, SavedAs, TerraformFolder, Unread } from "../../network";
import type { Resource, ResourceChange } from "../../resource";
import { readUnknown, SavedAttributes } from "./read-attribute";
import { Shape } from "./shape";
import { readLines, readSourceLine } from "./written-lines";

/** A saved network as parsed: whose inputs it holds can be told, and they are read when it is known how to call them. */
export interface SavedNetwork {
  /** What its inputs were called when they were saved, and what they were saved as where that has a name. */
  readonly inputs: readonly Pick<Reading, "path" | "savedAs">[];
  /**
   * Reads its inputs.
   * @param named how to call an input now
   */
  readonly read: (named: (path: string) => string) => readonly BothTimes[];
}

/** Reads a saved network, or tells all that is wrong with it. */
export function readSavedNetwork(
  file: string,
  json: JsonObject,
): SavedNetwork | { readonly faults: readonly string[] } {
  const version = json[FORMAT_KEY];
  if (version !== FORMAT) {
    return { faults: [versionFault(version)] };
  }
  const shape = new Shape();
  const read = (named: (path: string) => string) => inputsIn(json, shape, file, named);
  const inputs = read((path) => path).map(({ after }) => after);
  const paths = inputs.map(({ path }) => path);
  for (const path of new Set(paths.filter((one, index) => paths.indexOf(one) !== index))) {
    shape.fault("inputs", `names ${JSON.stringify(path)} twice`);
  }
  return shape.faults.length > 0
    ? { faults: toldOf(shape.faults) }
    : { inputs: inputs.map(({ path, savedAs }) => ({ path, ...(savedAs === undefined ? {} : { savedAs }) })), read };
}

function versionFault(version: Json | undefined): string {
  return typeof version === "number" && Number.isSafeInteger(version) && version > FORMAT
    ? `is a saved network of format ${version}, and only format ${FORMAT} can be read: check it with the version of wanproof that saved it`
    : `is a saved network of no format that can be read; only format ${FORMAT} can: save it again with wanproof network`;
}

// A file that is wrong in many places is wrong altogether.
const TOLD = 10;

function toldOf(faults: readonly string[]): readonly string[] {
  const told = faults.slice(0, TOLD).map((fault) => `is no sound saved network: ${fault}; save it again`);
  const rest = faults.length - told.length;
  return rest === 0 ? told : [...told, `is no sound saved network: ${rest} more faults like these`];
}

function inputsIn(json: JsonObject, shape: Shape, file: string, named: (path: string) => string): readonly BothTimes[] {
  const { inputs } = shape.object(json, "", [FORMAT_KEY, "inputs"]);
  return shape.list(inputs, "inputs", (input, place): BothTimes => {
    const { path, kind, as, after, before } = shape.object(input, place, ["path", "kind", "after"], ["as", "before"]);
    const called = named(shape.text(path, `${place}.path`));
    const identity = {
      path: called,
      kind: shape.oneOf(kind, `${place}.kind`, ["configuration", "plan", "state"] as const) ?? "plan",
      savedIn: file,
      ...(as === undefined ? {} : { savedAs: savedAsIn(shape, as, `${place}.as`) }),
    };
    const times = new Times(shape, identity, new SavedAttributes(shape, called, named));
    const now = times.reading(after, `${place}.after`);
    if (identity.kind === "state") {
      return { after: now, before: now };
    }
    return { after: now, before: before === undefined ? undefined : times.reading(before, `${place}.before`) };
  });
}

function savedAsIn(shape: Shape, value: Json, place: string): SavedAs {
  const { name, at } = shape.object(value, place, ["name"], ["at"]);
  const called = shape.text(name, `${place}.name`);
  const time = at === undefined ? undefined : shape.text(at, `${place}.at`);
  if (time !== undefined && (!ISO_TIME.test(time) || Number.isNaN(Date.parse(time)))) {
    shape.fault(`${place}.at`, "is no time such as 2026-11-28T05:46:05.123Z");
  }
  if (called === "") {
    shape.fault(`${place}.name`, "is empty");
  }
  return { name: called, at: time };
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** Reads one input, as it will be and as it was. */
class Times {
  constructor(
    private readonly shape: Shape,
    private readonly identity: Pick<Reading, "path" | "kind" | "savedIn" | "savedAs">,
    private readonly attributes: SavedAttributes,
  ) {}

  reading(value: Json | undefined, place: string): Reading {
    const { shape } = this;
    const { total, intent, intentSource, suppressions, folder, unread, resources } = shape.object(
      value,
      place,
      ["total", "unread", "resources"],
      ["intent", "intentSource", "suppressions", "folder"],
    );
    const found = shape.list(resources, `${place}.resources`, (one, at) => this.resource(one, at));
    const counts = {
      total: shape.count(total, `${place}.total`),
      ofOurTypes: found.filter(({ type }) => isJudged(type)).length,
    };
    if (total !== undefined && counts.total < counts.ofOurTypes) {
      shape.fault(`${place}.total`, "is less than there are resources");
    }
    return {
      ...this.identity,
      resources: found,
      intent: intent === undefined ? undefined : this.attributes.read(intent, `${place}.intent`, ""),
      ...(intentSource === undefined
        ? {}
        : { intentSource: readSourceLine(shape, intentSource, `${place}.intentSource`) }),
      ...(suppressions === undefined ? {} : { suppressions: this.suppressions(suppressions, `${place}.suppressions`) }),
      ...(folder === undefined ? {} : { folder: this.folder(folder, `${place}.folder`) }),
      counts,
      unread: shape.list(unread, `${place}.unread`, (one, at) => this.unread(one, at)),
    };
  }

  private resource(value: Json, place: string): Resource {
    const { shape } = this;
    const { address, type, standing, constructPath, source, lines, isForgotten, change, attributes } = shape.object(
      value,
      place,
      ["address", "type", "standing", "attributes"],
      ["constructPath", "source", "lines", "isForgotten", "change"],
    );
    const called = shape.text(address, `${place}.address`);
    return {
      address: called,
      type: shape.text(type, `${place}.type`),
      standing: shape.oneOf(standing, `${place}.standing`, ["managed", "data"] as const) ?? "managed",
      input: this.identity.path,
      ...(constructPath === undefined ? {} : { constructPath: shape.text(constructPath, `${place}.constructPath`) }),
      ...(source === undefined ? {} : { source: readSourceLine(shape, source, `${place}.source`) }),
      ...(lines === undefined ? {} : { lines: readLines(shape, lines, `${place}.lines`) }),
      ...(isForgotten !== undefined && shape.flag(isForgotten, `${place}.isForgotten`) ? { isForgotten: true } : {}),
      ...(change === undefined ? {} : { change: this.change(change, `${place}.change`) }),
      attributes: this.attributes.object(attributes, `${place}.attributes`, called),
    };
  }

  private change(value: Json, place: string): ResourceChange {
    const { shape } = this;
    const told = shape.object(value, place, ["action", "forcedBy", "changed", "namesBefore"]);
    const names = Object.entries(shape.anyObject(told.namesBefore, `${place}.namesBefore`));
    return {
      action: shape.oneOf(told.action, `${place}.action`, ["created", "updated", "replaced"] as const) ?? "updated",
      forcedBy: shape.texts(told.forcedBy, `${place}.forcedBy`),
      changed: shape.texts(told.changed, `${place}.changed`),
      namesBefore: Object.fromEntries(
        names.map(([block, list]) => [block, shape.texts(list, `${place}.namesBefore.${block}`)]),
      ),
    };
  }

  private suppressions(value: Json, place: string): CarriedSuppressions {
    const { stated, applied } = this.shape.object(value, place, [], ["stated", "applied"]);
    return { stated, applied };
  }

  private folder(value: Json, place: string): TerraformFolder {
    const { path, isRead, notes } = this.shape.object(value, place, ["path", "isRead", "notes"]);
    return {
      path: this.shape.text(path, `${place}.path`),
      isRead: this.shape.flag(isRead, `${place}.isRead`),
      notes: this.shape.texts(notes, `${place}.notes`),
    };
  }

  private unread(value: Json, place: string): Unread {
    const { address, reason, unknown } = this.shape.object(value, place, ["address", "reason", "unknown"]);
    return {
      address: this.shape.text(address, `${place}.address`),
      reason: this.shape.text(reason, `${place}.reason`),
      unknown: readUnknown(this.shape, unknown, `${place}.unknown`),
    };
  }
}
