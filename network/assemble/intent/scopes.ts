import type { Sources } from "../../fields/sources";
import type { IntentStatement } from "../../intent";
import type { Part } from "../../network";
import type { Resource } from "../../resource";

/** What each input speaks of: the parts that it makes, and the existing ones that it reads or refers to by their id. */
export class Scopes {
  private readonly byInput = new Map<string, Set<Part>>();

  constructor(sources: Sources, parts: readonly Part[]) {
    const byResource = new Map<Resource, Part>(parts.map((part) => [part.resource, part]));
    for (const part of parts) {
      this.add(part.resource.input, part);
    }
    // A data source of what another input makes has no part of its own.
    for (const resource of sources.resources) {
      const part = byResource.get(sources.same(resource));
      if (part !== undefined) {
        this.add(resource.input, part);
      }
    }
  }

  /** @param input undefined for an intent file */
  of(input: string | undefined): IntentStatement["scope"] {
    return input === undefined ? "all" : (this.byInput.get(input) ?? new Set<Part>());
  }

  private add(input: string, part: Part): void {
    const own = this.byInput.get(input);
    if (own === undefined) {
      this.byInput.set(input, new Set([part]));
    } else {
      own.add(part);
    }
  }
}
