import {
  Fn,
  Lazy,
  type TerraformDataSource,
  TerraformOutput,
  type TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { Complaints, isLiteral } from "../terraform/complaints";
import { resolved } from "../terraform/resolved";
import { addressOf } from "../terraform/terraform-address";
import { type Advertisement, checkAdvertisement, statedAdvertisement } from "./advertisement";

/** What routers on premises do with what Azure advertises to them. */
export interface OnPremisesRouting {
  /**
   * Azure prefixes for which they prefer the tunnel over the direct ExpressRoute path.
   * @default unknown
   */
  readonly prefersTunnelFor?: "all" | readonly string[];
  /**
   * Azure prefixes that they refuse to learn over ExpressRoute.
   * @default none is stated
   */
  readonly filtersExpressRoute?: readonly string[];
}

/** What should happen to protected traffic when a tunnel is lost. */
export type OnTunnelLoss = "drop" | "cleartext";

/**
 * What is intended on premises, as far as people state it: one per stack, and the Terraform output `network_intent`
 * (versioned JSON, no secrets) as soon as anything is stated. Configuration, plan and `terraform output` all carry it.
 */
export class NetworkIntent {
  private static readonly byStack = new WeakMap<TerraformStack, NetworkIntent>();

  /** The intent of the stack that a construct is in. */
  static of(scope: Construct): NetworkIntent {
    const stack = TerraformStack.of(scope);
    const known = NetworkIntent.byStack.get(stack);
    if (known !== undefined) {
      return known;
    }
    const intent = new NetworkIntent(stack);
    NetworkIntent.byStack.set(stack, intent);
    return intent;
  }

  private output: TerraformOutput | undefined;
  private readonly connections = new Map<TerraformResource, Advertisement>();
  private readonly sites = new Map<TerraformResource, Map<string, Advertisement>>();
  private readonly protectedPrefixes = new StatedPrefixes();
  private readonly preferred = new StatedPrefixes();
  private prefersAll = false;
  private readonly filtered = new StatedPrefixes();
  private tunnelLoss: OnTunnelLoss | undefined;
  private readonly complete = new Set<TerraformDataSource | string>();

  private constructor(private readonly stack: TerraformStack) {}

  /**
   * States what is advertised to the hub over an ExpressRoute connection.
   * @throws InvalidConstructError where it contradicts what was stated before, or isn't a prefix or an ASN
   */
  expressRoute(connection: TerraformResource, advertisement: Advertisement): void {
    // An output speaks of its own stack, so that is where the statement goes.
    const own = NetworkIntent.of(connection);
    const stated = own.state(connection, "", own.connections.get(connection), advertisement);
    if (stated !== undefined) {
      own.connections.set(connection, stated);
    }
  }

  /**
   * States what the VPN device advertises to the hub through one link of a site.
   * @throws InvalidConstructError where it contradicts what was stated before, or isn't a prefix or an ASN
   */
  vpn(site: TerraformResource, linkName: string, advertisement: Advertisement): void {
    const own = NetworkIntent.of(site);
    const links = own.sites.get(site) ?? new Map<string, Advertisement>();
    const stated = own.state(site, ` of link ${JSON.stringify(linkName)}`, links.get(linkName), advertisement);
    if (stated !== undefined) {
      own.sites.set(site, links.set(linkName, stated));
    }
  }

  /** States on-premises prefixes that must be reached encrypted. Adds to what was stated before. */
  protects(prefixes: readonly string[]): void {
    this.check((complaints) => complaints.prefixes("protected", prefixes));
    this.protectedPrefixes.add(prefixes);
    this.emit(prefixes.length > 0);
  }

  /**
   * States what routers on premises do. Prefixes add to what was stated before; an empty list states nothing.
   * @throws InvalidConstructError for `"all"` beside single prefixes
   */
  onPremises({ prefersTunnelFor = [], filtersExpressRoute = [] }: OnPremisesRouting): void {
    const all = prefersTunnelFor === "all";
    const preferred = prefersTunnelFor === "all" ? [] : prefersTunnelFor;
    this.check((complaints) => {
      if (all ? this.preferred.length > 0 : this.prefersAll && preferred.length > 0) {
        complaints.add(`prefersTunnelFor: it is stated as "all" and as a list of prefixes; state one of them`);
      }
      complaints.prefixes("prefersTunnelFor", preferred);
      complaints.prefixes("filtersExpressRoute", filtersExpressRoute);
    });
    this.prefersAll ||= all;
    this.preferred.add(preferred);
    this.filtered.add(filtersExpressRoute);
    this.emit(this.prefersAll || this.preferred.length > 0 || this.filtered.length > 0);
  }

  /**
   * States what should happen to protected traffic when a tunnel is lost.
   * @throws InvalidConstructError where the other was stated before
   */
  onTunnelLoss(loss: OnTunnelLoss): void {
    this.check((complaints) => {
      complaints.oneOf("onTunnelLoss", loss, ["drop", "cleartext"]);
      if (this.tunnelLoss !== undefined && this.tunnelLoss !== loss) {
        complaints.add(`onTunnelLoss: it is stated as "${this.tunnelLoss}" and as "${loss}"; state one of them`);
      }
    });
    this.tunnelLoss = loss;
    this.emit(true);
  }

  /**
   * States that an existing WAN, hub or gateway has nothing but what is made or read beside it: no other hubs, gateways
   * or connections.
   *
   * @param existing its data source, or its id
   * @throws InvalidConstructError for an id that Terraform alone knows
   */
  nothingElseAt(existing: TerraformDataSource | string): void {
    this.check((complaints) => {
      if (typeof existing === "string" && !isLiteral(existing)) {
        complaints.add("complete: it can be stated of an id that is known here, or of what is read by name");
      }
    });
    this.complete.add(existing);
    this.emit(true);
  }

  private state(
    resource: TerraformResource,
    where: string,
    before: Advertisement | undefined,
    now: Advertisement,
  ): Advertisement | undefined {
    const complaints = new Complaints();
    checkAdvertisement(complaints, now);
    for (const property of ["advertises", "asPath"] as const) {
      if (this.differ(before?.[property], now[property])) {
        complaints.add(`${property}${where}: it is stated twice, with different values`);
      }
    }
    complaints.throwFor(resource.node.path);
    const stated = { ...before, ...statedAdvertisement(now) };
    const anything = Object.keys(stated).length > 0;
    this.emit(anything);
    return anything ? stated : undefined;
  }

  private differ(before: readonly unknown[] | undefined, now: readonly unknown[] | undefined): boolean {
    if (before === undefined || now === undefined) {
      return false;
    }
    // Every reading of an attribute makes a new token, so what counts is what they resolve to.
    return JSON.stringify(resolved(this.stack, before)) !== JSON.stringify(resolved(this.stack, now));
  }

  private check(checks: (complaints: Complaints) => void): void {
    const complaints = new Complaints();
    checks(complaints);
    complaints.throwFor(`${this.stack.node.path}/network_intent`);
  }

  /** Nothing stated, no output: it comes with the first statement. */
  private emit(anything: boolean): void {
    if (anything && this.output === undefined) {
      this.output = new TerraformOutput(this.stack, "network_intent", {
        description: "What routers on premises are configured to do; read by wanproof check.",
        value: Lazy.anyValue({ produce: () => this.document() }),
      });
      this.output.overrideLogicalId("network_intent");
    }
  }

  private document(): Record<string, unknown> {
    const expressRoute = [...this.connections].map(([connection, stated]) => [addressOf(connection), stated]);
    const vpn = [...this.sites].map(([site, links]) => [addressOf(site), Object.fromEntries(links)]);
    return {
      version: 1,
      ...unlessEmpty("expressRoute", Object.fromEntries(expressRoute)),
      ...unlessEmpty("vpn", Object.fromEntries(vpn)),
      ...this.protectedPrefixes.as("protected"),
      ...unlessEmpty("onPremises", {
        ...(this.prefersAll ? { prefersTunnelFor: "all" } : this.preferred.as("prefersTunnelFor")),
        ...this.filtered.as("filtersExpressRoute"),
      }),
      ...unlessEmpty(
        "existing",
        Object.fromEntries(
          [...this.complete].map((one) => [typeof one === "string" ? one : addressOf(one), "complete"]),
        ),
      ),
      ...(this.tunnelLoss === undefined ? {} : { onTunnelLoss: this.tunnelLoss }),
    };
  }
}

/** Prefixes that several statements add up to. */
class StatedPrefixes {
  private readonly lists: (readonly string[])[] = [];

  add(prefixes: readonly string[]): void {
    if (prefixes.length > 0) {
      this.lists.push(prefixes);
    }
  }

  get length(): number {
    return this.lists.length;
  }

  as(key: string): Record<string, unknown> {
    const [only, ...more] = this.lists;
    if (only === undefined) {
      return {};
    }
    if (this.lists.some((list) => Token.isUnresolved(list))) {
      // Only Terraform can join lists that it alone knows.
      return { [key]: more.length === 0 ? only : Fn.distinct(Fn.concat(this.lists)) };
    }
    return { [key]: [...new Set(this.lists.flat())] };
  }
}

function unlessEmpty(key: string, part: Record<string, unknown>): Record<string, unknown> {
  return Object.keys(part).length > 0 ? { [key]: part } : {};
}
