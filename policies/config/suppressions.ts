import { nearestTo } from "../../text/nearest";
import type { Finding } from "../judge/finding";
import type { Notice, Suppressed, Suppressions } from "../judge/marked";
import { OBSERVED_RULES } from "../rules/observed/catalogue";
import { addressPattern } from "./address-pattern";
import type { IgnoredPath, StatedSuppression } from "./config";
import { named } from "./entry";

/** What a configuration and the inputs suppress. */
export class StatedSuppressions implements Suppressions {
  private readonly byRule = new Map<string, Matcher[]>();
  private readonly matchers: readonly Matcher[];
  /** Where findings of a rule count, for the sake of suppressions that miss them. */
  private readonly countedAt = new Map<string, Set<string>>();

  constructor(
    stated: readonly StatedSuppression[],
    private readonly ignoredPaths: readonly IgnoredPath[] = [],
    /** What has to be said of those that don't count. */
    private readonly said: readonly Notice[] = [],
  ) {
    this.matchers = stated.map((suppression) => new Matcher(suppression));
    for (const matcher of this.matchers) {
      const { rule } = matcher.suppression;
      const others = this.byRule.get(rule);
      if (others === undefined) {
        this.byRule.set(rule, [matcher]);
      } else {
        others.push(matcher);
      }
    }
  }

  suppressedBy(finding: Finding): Suppressed | undefined {
    // Every one that matches is needed, as far as anybody can tell: the finding is asked for all of them.
    const [first] = (this.byRule.get(finding.rule) ?? []).filter((matcher) => matcher.matches(finding));
    if (first !== undefined) {
      const { reason, expires, by } = first.suppression;
      return { reason, expires, by };
    }
    const ignored = this.ignoredBy(finding);
    if (ignored === undefined) {
      this.countedAt.set(finding.rule, (this.countedAt.get(finding.rule) ?? new Set()).add(finding.address));
    }
    return ignored;
  }

  notices(): readonly Notice[] {
    const needed = new Set(this.matchers.filter(({ isNeeded }) => isNeeded).map(({ statement }) => statement));
    const unneeded = this.matchers.filter(
      // What `wanproof verify` finds, no check can tell to be there no more.
      ({ statement, suppression }) => !needed.has(statement) && !OBSERVED.has(suppression.rule),
    );
    return withoutTwins([...this.said, ...unneeded.map(({ suppression }) => this.unneededNotice(suppression))]);
  }

  private unneededNotice(suppression: StatedSuppression): Notice {
    const { rule, address, construct, by } = suppression;
    const counted = [...(this.countedAt.get(rule) ?? [])];
    // Comparing takes time, and among very many one is always near.
    const near = construct === undefined && counted.length <= COMPARED ? nearestTo(address, counted) : [];
    const hint = near.length === 0 ? "" : `: did you mean ${near.join(" or ")}?`;
    return {
      at: by,
      message: `${named(suppression)} is needed by no finding; remove it, or correct what it names${hint}`,
    };
  }

  private ignoredBy({ source, input }: Finding): Suppressed | undefined {
    const paths = source === undefined ? [input] : [source.file, input];
    const ignored = this.ignoredPaths.find(({ matches }) => paths.some(matches));
    return ignored === undefined
      ? undefined
      : { reason: `${ignored.pattern} is an ignored path`, expires: undefined, by: ignored.at };
  }
}

const COMPARED = 200;

const OBSERVED: ReadonlySet<string> = new Set(OBSERVED_RULES.map(({ id }) => id));

function withoutTwins(notices: readonly Notice[]): readonly Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify([notice.at, notice.message]), notice])).values()];
}

class Matcher {
  isNeeded = false;
  /** What a construct says of all that is below it is one statement, and needed where any part of it is. */
  readonly statement: string;
  private readonly means: (address: string) => boolean;

  constructor(readonly suppression: StatedSuppression) {
    this.means = addressPattern(suppression.address);
    const { construct, address, by, rule, reason, expires, input } = suppression;
    this.statement = JSON.stringify([by, rule, reason, expires, input, construct === undefined ? address : null]);
  }

  matches({ input, address }: Finding): boolean {
    const speaksOfIt = this.suppression.input === undefined || this.suppression.input === input;
    const matches = speaksOfIt && this.means(address);
    this.isNeeded ||= matches;
    return matches;
  }
}
