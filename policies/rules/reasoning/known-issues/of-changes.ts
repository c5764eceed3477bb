import { phrase } from "../../../../network/facts/called/phrase";
import { at } from "../../judgement";
import { type KnownIssue, PAGE } from "./issue";

/** Of several changes of a virtual network's address space at a time, the hub may hear of one only. */
export const SEVERAL_ADDRESS_CHANGES: KnownIssue = {
  number: 9,
  since: PAGE,
  remedy: "Apply one change of the address space after the other, and look at the hub's effective routes in between.",
  *met({ virtualNetworks }) {
    for (const one of virtualNetworks.filter(({ connections }) => connections.length > 0)) {
      const { change } = one.resource;
      const changes =
        change?.action === "updated" ? change.changed.filter((path) => OF_ADDRESS_SPACE.test(path)).length : 0;
      if (changes > 1) {
        yield {
          place: at(one, one.addressSpace.path),
          message: phrase`the address space of ${one} changes in ${changes} prefixes at a time, and the hub may not learn of all of them`,
          level: "warning",
          evidence: { changes },
        };
      }
    }
  },
};

const OF_ADDRESS_SPACE = /^address_space\b/;
