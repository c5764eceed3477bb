import { pathText } from "../../../text/problem";
import type { Field, Items, Unknown } from "../../field";
import type { StatedAdvertisement, StatedPrefixes } from "../../intent/schema";
import type { Advertisement } from "../../network";
import { UnknownAttribute } from "../../resource";

/** Something of stated intent that may be known after apply only, or not be stated. */
export type Stated<T> = T | UnknownAttribute | null | undefined;

/** A path inside stated intent. */
export type IntentPath = readonly (string | number)[];

/** Whether something is stated at all. */
export function isStated<T>(stated: Stated<T>): stated is T | UnknownAttribute {
  return stated !== null && stated !== undefined;
}

/** Why something stated is unknown; names the statement itself where nothing else would tell. */
export function reason(stated: UnknownAttribute, path: IntentPath, statement: string): Unknown {
  return stated.unknown.decidedBy.length > 0 ? stated.unknown : missing(path, statement);
}

/** Stating it would tell it. */
export function missing(path: IntentPath, statement: string): Unknown {
  return { decidedBy: [`${statement}.${pathText(path)}`] };
}

/** A list of prefixes. */
export function prefixItems(
  stated: StatedPrefixes | UnknownAttribute,
  path: IntentPath,
  statement: string,
): Items<Field<string>> {
  const text = pathText(path);
  if (stated instanceof UnknownAttribute) {
    return { path: text, items: [], unknown: reason(stated, path, statement) };
  }
  const items = stated.map((one, index): Field<string> => {
    const at = `${text}[${index}]`;
    return one instanceof UnknownAttribute
      ? { state: "unknown", path: at, unknown: reason(one, [...path, index], statement) }
      : { state: "known", path: at, value: one, written: true };
  });
  return { path: text, items };
}

/** A single value. */
export function fieldOf<T>(stated: T | UnknownAttribute, path: IntentPath, statement: string): Field<T> {
  return stated instanceof UnknownAttribute
    ? { state: "unknown", path: pathText(path), unknown: reason(stated, path, statement) }
    : { state: "known", path: pathText(path), value: stated, written: true };
}

/** An advertisement as stated, over what another statement has said of it before; undefined where neither says anything. */
export function advertisementOf(
  stated: Stated<StatedAdvertisement>,
  path: IntentPath,
  statement: string,
  before: Advertisement | undefined,
): Advertisement | undefined {
  if (stated instanceof UnknownAttribute) {
    return { prefixes: prefixItems(stated, path, statement), asPath: fieldOf<number[]>(stated, path, statement) };
  }
  const advertises = stated?.advertises;
  const asPath = stated?.asPath;
  if (!isStated(advertises) && !isStated(asPath)) {
    return before;
  }
  const at = [...path, "advertises"];
  return {
    prefixes: isStated(advertises)
      ? prefixItems(advertises, at, statement)
      : (before?.prefixes ?? { path: pathText(at), items: [], unknown: missing(at, statement) }),
    asPath: isStated(asPath)
      ? asPathField(asPath, [...path, "asPath"], statement)
      : (before?.asPath ?? { state: "absent", path: pathText([...path, "asPath"]) }),
  };
}

function asPathField(
  stated: readonly (number | UnknownAttribute)[] | UnknownAttribute,
  path: IntentPath,
  statement: string,
): Field<readonly number[]> {
  if (stated instanceof UnknownAttribute) {
    return fieldOf<number[]>(stated, path, statement);
  }
  const unknown = stated.find((asn) => asn instanceof UnknownAttribute);
  const value = stated.filter((asn) => typeof asn === "number");
  return fieldOf(unknown ?? value, path, statement);
}
