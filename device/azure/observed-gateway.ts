import type { ObservedConnection, ObservedGateway, ObservedLink, ObservedPolicy } from "./observations";
import type { Spot } from "./spot";

/** What `az network vpn-gateway show` prints, or the API itself, which puts everything below `properties`. */
export function gatewayIn(path: string, file: Spot): ObservedGateway | undefined {
  const own = flat(file);
  const name = file.at("name").text();
  const bgp = own("bgpSettings");
  const peers = bgp.at("bgpPeeringAddresses").anyItems();
  const instances = own("ipConfigurations")
    .anyItems()
    .flatMap((one) => {
      const id = one.at("id").text();
      const peer = peers.find((each) => each.at("ipconfigurationId").text() === id);
      const address = one.at("privateIpAddress");
      const bgpAddresses = peer?.at("defaultBgpIpAddresses").anyItems() ?? [];
      return id === undefined
        ? []
        : [
            {
              name: id,
              privateAddress: address.isThere ? address.address() : undefined,
              bgpAddresses: bgpAddresses.flatMap((each) => each.address() ?? []),
            },
          ];
    });
  const asn = bgp.at("asn").isThere ? bgp.at("asn").asn() : undefined;
  return name === undefined ? undefined : { kind: "gateway", path, name, asn, instances };
}

/** What `az network vpn-gateway connection show` prints. Keys in it are not read. */
export function connectionIn(path: string, file: Spot): ObservedConnection | undefined {
  const own = flat(file);
  const name = file.at("name").text();
  const id = file.at("id").isThere ? file.at("id").text() : undefined;
  const status = own("connectionStatus");
  const links = own("vpnLinkConnections").anyItems().map(linkIn);
  return name === undefined
    ? undefined
    : {
        kind: "connection",
        path,
        name,
        gateway: lastOf(/\/vpnGateways\/([^/]+)/i, id),
        status: status.isThere ? status.text() : undefined,
        links,
      };
}

function linkIn(link: Spot): ObservedLink {
  const own = flat(link);
  const text = (name: string) => (own(name).isThere ? own(name).text() : undefined);
  const flag = (name: string) => (own(name).isThere ? own(name).flag() : undefined);
  const siteLink = own("vpnSiteLink").at("id");
  const dpd = own("dpdTimeoutSeconds");
  const [policy] = own("ipsecPolicies").anyItems();
  return {
    name: link.at("name").isThere ? link.at("name").text() : undefined,
    siteLink: lastOf(/\/vpnSiteLinks\/([^/]+)/i, siteLink.isThere ? siteLink.text() : undefined),
    status: text("connectionStatus"),
    bgp: flag("enableBgp"),
    usesPrivateAddress: flag("useLocalAzureIpAddress"),
    protocol: text("vpnConnectionProtocolType"),
    dpdTimeoutSeconds: dpd.isThere ? dpd.count() : undefined,
    policy: policy === undefined ? undefined : policyIn(policy),
  };
}

function policyIn(policy: Spot): ObservedPolicy {
  const text = (name: string) => policy.at(name).text() ?? "";
  const count = (name: string) => (policy.at(name).isThere ? policy.at(name).count() : undefined);
  return {
    ikeEncryption: text("ikeEncryption"),
    ikeIntegrity: text("ikeIntegrity"),
    dhGroup: text("dhGroup"),
    ipsecEncryption: text("ipsecEncryption"),
    ipsecIntegrity: text("ipsecIntegrity"),
    pfsGroup: text("pfsGroup"),
    saLifetimeSeconds: count("saLifeTimeSeconds"),
    saDataSizeKilobytes: count("saDataSizeKilobytes"),
  };
}

function flat(spot: Spot): (name: string) => Spot {
  const properties = spot.at("properties");
  return (name) => (properties.at(name).isThere ? properties.at(name) : spot.at(name));
}

function lastOf(pattern: RegExp, id: string | undefined): string | undefined {
  return id === undefined ? undefined : pattern.exec(id)?.[1];
}
