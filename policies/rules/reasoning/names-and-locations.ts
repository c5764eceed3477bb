import { phrase } from "../../../network/facts/called/phrase";
import { REGIONS, regionName } from "../../../network/facts/regions";
import { type Block, blocksOf } from "../../../network/fields/block";
import { textField } from "../../../network/fields/typed-fields";
import { nearestTo } from "../../../text/nearest";
import { at, violation } from "../judgement";
import type { Judgement } from "../rule";

/** Blocks that become part of an ARM id by their names, as the resource does by its own. */
const NAMED_BLOCKS = ["link", "vpn_link"] as const;

/** The names of a resource, and of its links, can stand in an ARM id. One that is unknown is left to the plan that tells it. */
export function* judgeName(block: Block): Iterable<Judgement> {
  for (const named of [block, ...NAMED_BLOCKS.flatMap((name) => blocksOf(block, name).blocks)]) {
    const name = textField(named, "name");
    const fault = name.state === "known" ? faultOfName(name.value) : undefined;
    if (name.state === "known" && fault !== undefined) {
      yield violation(at(named, name.path), {
        message: phrase`name of ${block} is ${JSON.stringify(name.value)}, which fits no ARM id: it ${fault}`,
        remedy: "Use letters, digits, hyphens, underscores and periods, with a letter, digit or underscore at the end.",
        evidence: { name: name.value },
      });
    }
  }
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
function faultOfName(name: string): string | undefined {
  const refused = /[<>%&\\?/#\p{Cc}]/u.exec(name)?.[0];
  if (refused !== undefined) {
    return `holds ${/\p{Cc}/u.test(refused) ? "a control character" : refused}`;
  }
  if (name.trim() === "") {
    return "is empty";
  }
  return /[\s.]$/.test(name) ? "ends with a space or a period" : undefined;
}

/** A location is a region, under its name or its display name. One that is near none may be new. */
export function* judgeLocation(block: Block): Iterable<Judgement> {
  const location = textField(block, "location");
  if (location.state !== "known" || location.value === "") {
    return;
  }
  const written = regionName(location.value);
  const near = isRegion(written) ? [] : nearestTo(written, REGIONS).filter((region) => isMistyped(written, region));
  if (near.length > 0) {
    yield violation(at(block, location.path), {
      level: "warning",
      message: phrase`location of ${block} is ${JSON.stringify(location.value)}, which is no region that is known`,
      remedy: `Use ${near.join(" or ")}, where that is meant.`,
      evidence: { location: location.value },
    });
  }
}

/** One that is known, or one of a place that has some: regions are numbered as they are added. */
function isRegion(written: string): boolean {
  const withoutNumber = (name: string) => name.replace(/\d+$/, "");
  return [...REGIONS].some((region) => withoutNumber(region) === withoutNumber(written));
}

function isMistyped(written: string, region: string): boolean {
  return Math.abs(written.length - region.length) < 3;
}
