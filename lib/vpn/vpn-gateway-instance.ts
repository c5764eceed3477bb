import { ref, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";

/** The two instances that every VPN gateway of a hub has, as Azure calls them. */
export const GATEWAY_INSTANCES = ["Instance0", "Instance1"] as const;
export type VpnGatewayInstanceId = (typeof GATEWAY_INSTANCES)[number];

/**
 * One of the two instances of a hub's VPN gateway. Its addresses are read, never computed: which ones Azure takes out of
 * the hub prefix isn't documented, and has changed.
 */
export class VpnGatewayInstance {
  /** @param address Terraform address of the gateway or of its data source, asked for when it is needed */
  constructor(
    readonly id: VpnGatewayInstanceId,
    private readonly scope: Construct,
    private readonly address: () => string,
  ) {}

  /**
   * Where tunnels over ExpressRoute end: the private address of the instance, out of the hub prefix. Known once the
   * gateway is there. `tunnel_ips` has it too, but beside the public address and in no order.
   */
  get privateAddress(): string {
    return this.read(
      `one([for c in ${this.address()}.ip_configuration : c.private_ip_address if c.id == ${JSON.stringify(this.id)}])`,
    );
  }

  /**
   * What VPN devices peer with: the BGP address of the instance, which is not where tunnels end. Known once the gateway
   * is there.
   */
  get bgpAddress(): string {
    return this.read(`one(flatten(${this.peering()}.default_ips))`);
  }

  /** All BGP addresses of the instance: the one above, and those that were added. Known once the gateway is there. */
  get bgpAddresses(): string[] {
    const peering = this.peering();
    const addresses = `compact(flatten([${peering}.default_ips, ${peering}.custom_ips]))`;
    return Token.asList(ref(addresses, TerraformStack.of(this.scope)));
  }

  private peering(): string {
    const block = this.id === "Instance0" ? "instance_0_bgp_peering_address" : "instance_1_bgp_peering_address";
    // A mocked provider makes no bgp_settings that nobody wrote: then there is no address, and no error either.
    return `${this.address()}.bgp_settings[*].${block}[*]`;
  }

  private read(expression: string): string {
    return Token.asString(ref(expression, TerraformStack.of(this.scope)));
  }
}
