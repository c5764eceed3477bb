import { phrase } from "../../network/facts/called/phrase";
import { violation } from "./judgement";
import type { KnownIssue } from "./reasoning/known-issues/issue";
import { SEVERAL_ADDRESS_CHANGES } from "./reasoning/known-issues/of-changes";
import { GATEWAY_IN_OTHER_GROUP, PREFIX_STAYS, SHARED_LOCATION } from "./reasoning/known-issues/of-hubs";
import { DEFAULT_ROUTE_STAYS, NO_SHARING, REMOTE_MAY_WIN, SILENT_SITE } from "./reasoning/known-issues/of-routes";
import type { Rule } from "./rule";

/** Issues of Azure's own that a network can meet, by number. The others on the page are gone, or beside this field. */
const ISSUES: readonly KnownIssue[] = [
  DEFAULT_ROUTE_STAYS,
  SHARED_LOCATION,
  NO_SHARING,
  PREFIX_STAYS,
  SEVERAL_ADDRESS_CHANGES,
  GATEWAY_IN_OTHER_GROUP,
  SILENT_SITE,
  REMOTE_MAY_WIN,
];

/** Nothing is relied on that Azure itself says not to work. Where such an issue decides a path, the rules about paths leave it open. */
export const knownIssue: Rule = {
  id: "known-issue",
  level: "note",
  section: "Topology and limits",
  what: "The network meets none of the issues that Azure publishes for Virtual WAN; where one bites, it is a warning.",
  why: "Azure says itself that these things don't work as they should. Who knows of one builds around it, and doesn't look for the fault in vain.",
  page: "https://learn.microsoft.com/azure/virtual-wan/whats-new",
  *judge(network) {
    for (const { number, since, remedy, met } of ISSUES) {
      for (const { place, message, level, evidence = {} } of met(network)) {
        yield violation(place, {
          level,
          message: phrase`${message} (known issue ${number} of Azure, ${since})`,
          remedy,
          evidence: { issue: number, ...evidence },
        });
      }
    }
  },
};
