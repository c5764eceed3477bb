import { checkResourceId } from "../terraform/arm-id";
import type { Complaints } from "../terraform/complaints";

/** Where a static route of a hub sends its traffic: to something that is known by its Azure resource id. */
export class NextHop {
  /** An Azure Firewall in the hub. @param firewallId resource id of the firewall */
  static azureFirewall(firewallId: string): NextHop {
    return new NextHop(firewallId, "azureFirewalls");
  }

  /** A network virtual appliance in the hub. @param applianceId resource id of the appliance */
  static networkVirtualAppliance(applianceId: string): NextHop {
    return new NextHop(applianceId, "networkVirtualAppliances");
  }

  /**
   * A connected virtual network, which has static routes of its own to an appliance in it.
   * https://learn.microsoft.com/azure/virtual-wan/scenario-route-through-nva
   * @param connectionId resource id of the spoke's connection
   */
  static spokeConnection(connectionId: string): NextHop {
    return new NextHop(connectionId, "virtualHubs/hubVirtualNetworkConnections");
  }

  private constructor(
    /** Resource id of the next hop. */
    readonly resourceId: string,
    private readonly type: string,
  ) {}

  /** Adds what is wrong with it to the complaints of the construct that uses it. @internal */
  check(complaints: Complaints, property: string): void {
    checkResourceId(complaints, property, this.resourceId, this.type);
  }
}
