import {
  Lazy,
  TerraformDataSource,
  TerraformElement,
  type TerraformModule,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type * as Expiry from "../../policies/config/expiry";
import type * as Reason from "../../policies/config/reason";
import type * as RuleId from "../../policies/config/rule-id";
import type * as Catalogue from "../../policies/rules/catalogue";
import { Complaints } from "../terraform/complaints";
import { addressOf } from "../terraform/terraform-address";

/** A finding that shouldn't count for a while. */
export interface Suppression {
  /** The exact id of the rule, such as `bgp-peer-unique`. */
  readonly rule: string;
  /** Why its finding doesn't count, for whoever reads the report. */
  readonly reason: string;
  /** The last day on which that holds, in UTC: `2027-03-31`. After it the finding counts again, and the report says so. */
  readonly expires: string;
  /**
   * The Terraform address that it is about, where that isn't a whole resource below the scope: with instance keys, `*`
   * as a wildcard.
   * @default every resource, data source and module below the scope
   */
  readonly address?: string;
}

/**
 * What people say about the gate's rules where they build the network.
 *
 * It travels with the Terraform, as the output `wanproof_suppressions` (versioned JSON, one per stack), so configuration
 * and plan alike carry it. What a pull request adds there doesn't count for itself under `--config-from`.
 */
export class Policies {
  private static readonly byStack = new WeakMap<TerraformStack, StatedSuppression[]>();

  /** What is said about a construct and all that is below it. */
  static of(scope: Construct): Policies {
    return new Policies(scope);
  }

  private constructor(private readonly scope: Construct) {}

  /**
   * Suppresses what a rule finds in this construct, and in all that is below it, up to a day.
   *
   * Suppressed findings stay in every report, marked, with the reason; they don't count in the verdict. A suppression
   * that no finding needs is said there too.
   *
   * @throws InvalidConstructError for a rule that doesn't exist, a reason that says nothing, or a date that is none
   */
  suppress(suppression: Suppression): void {
    const complaints = new Complaints();
    const stack = this.stackFor(complaints);
    checkSuppression(complaints, suppression);
    complaints.throwFor(this.scope.node.path);
    if (stack === undefined) {
      return;
    }
    const stated: StatedSuppression = { ...suppression, scope: this.scope, stack };
    this.scope.node.addValidation({ validate: () => faultsAtSynthesis(stated) });
    const known = Policies.byStack.get(stack);
    if (known === undefined) {
      Policies.byStack.set(stack, emitted(stack, stated));
    } else {
      known.push(stated);
    }
  }

  private stackFor(complaints: Complaints): TerraformStack | undefined {
    const above = this.scope.node.scopes.filter((one) => TerraformStack.isStack(one));
    if (above.length === 0) {
      complaints.add(
        "suppress: it is in no stack, and a stack's Terraform carries it; call it on a stack or below one",
      );
    }
    return above.at(-1);
  }
}

interface StatedSuppression extends Suppression {
  readonly scope: Construct;
  readonly stack: TerraformStack;
}

/** The output comes with the first suppression. */
function emitted(stack: TerraformStack, first: StatedSuppression): StatedSuppression[] {
  const all = [first];
  const output = new TerraformOutput(stack, OUTPUT, {
    description: "Findings that don't count for a while, and why; read by wanproof check.",
    value: Lazy.anyValue({ produce: () => ({ version: 1, suppressions: all.flatMap(entriesOf) }) }),
  });
  output.overrideLogicalId(OUTPUT);
  return all;
}

const OUTPUT = "wanproof_suppressions";

function entriesOf(stated: StatedSuppression): readonly Record<string, string>[] {
  const { rule, address, reason, expires, scope } = stated;
  const addresses = address === undefined ? addressesBelow(stated).map(allInstances) : [address];
  return addresses.map((one) => ({ rule, address: one, reason, expires, construct: scope.node.path }));
}

interface ElementBelow {
  readonly address: string;
  /** Whether Terraform makes any number of it, each with an instance key. */
  readonly isRepeated: boolean;
  readonly isModule: boolean;
}

function allInstances({ address, isRepeated, isModule }: ElementBelow): string {
  return `${address}${isRepeated ? "[*]" : ""}${isModule ? ".*" : ""}`;
}

/** What is below the scope and in its stack, in the order of addresses. */
function addressesBelow({ scope, stack }: StatedSuppression): readonly ElementBelow[] {
  return scope.node
    .findAll()
    .flatMap((construct) => (isIn(stack, construct) ? belowOf(construct) : []))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function isIn(stack: TerraformStack, construct: IConstruct): boolean {
  return construct.node.scopes.filter((one) => TerraformStack.isStack(one)).at(-1) === stack;
}

function belowOf(construct: IConstruct): readonly ElementBelow[] {
  if (TerraformResource.isTerraformResource(construct) || TerraformDataSource.isTerraformDataSource(construct)) {
    return [{ address: addressOf(construct), isRepeated: isRepeated(construct), isModule: false }];
  }
  if (isModuleCall(construct)) {
    const isForEach = construct.forEach !== undefined;
    return [{ address: addressOf(construct), isRepeated: isForEach, isModule: true }];
  }
  return [];
}

function isModuleCall(construct: IConstruct): construct is TerraformModule {
  return TerraformElement.isTerraformElement(construct) && "source" in construct && "forEach" in construct;
}

function isRepeated({ count, forEach }: Pick<TerraformResource | TerraformDataSource, "count" | "forEach">): boolean {
  return count !== undefined || forEach !== undefined;
}

/** What can be told when everything is there: what a suppression is about. */
function faultsAtSynthesis(stated: StatedSuppression): string[] {
  const { rule, address, scope } = stated;
  const below = addressesBelow(stated);
  const where = `${scope.node.path}: suppress of ${rule}`;
  if (below.length === 0 && address === undefined) {
    return [`${where}: there is no resource below this construct, so it suppresses nothing`];
  }
  return [];
}

function checkSuppression(complaints: Complaints, { rule, reason, expires, address }: Suppression): void {
  const { RULES } = theRules();
  for (const [property, value] of Object.entries({ rule, reason, expires, address })) {
    if (value === undefined && property === "address") {
      continue;
    }
    if (typeof value !== "string") {
      complaints.add(`${property}: it is no text`);
    } else if (Token.isUnresolved(value) || /[$%]\{/.test(value)) {
      complaints.add(`${property}: it holds a Terraform expression; it has to be known before the plan`);
    } else if (value.trim() === "") {
      complaints.add(`${property}: it is empty`);
    } else {
      const fault = faultOf(property, value, RULES);
      if (fault !== undefined) {
        complaints.add(`${property}: ${fault}`);
      }
    }
  }
}

function faultOf(property: string, value: string, rules: typeof Catalogue.RULES): string | undefined {
  if (property === "rule") {
    return theRuleId().faultOfRule(
      value,
      rules.map(({ id }) => id),
    );
  }
  if (property === "reason" && theReason().saysNothing(value)) {
    return "it is empty";
  }
  if (property === "expires" && !theExpiry().isDay(value)) {
    return `${JSON.stringify(value)} is no day; write it as 2027-03-31`;
  }
  return undefined;
}

// The rules are loaded where something is said about them: constructs do without.
const theRules = (): typeof Catalogue => require("../../policies/rules/catalogue");
const theRuleId = (): typeof RuleId => require("../../policies/config/rule-id");
const theReason = (): typeof Reason => require("../../policies/config/reason");
const theExpiry = (): typeof Expiry => require("../../policies/config/expiry");
