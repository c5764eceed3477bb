import type { Network } from "../../network/network";
import { hubGroups } from "../../routes/hub-groups";
import { protectedFrom, protectedGroups } from "../../routes/protected";
import { type Configuration, networkOfInputs, tf } from "../support/network";

const WANS = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans";

interface Region {
  readonly wan: string;
  /** Two regions have no name or prefix in common. */
  readonly number: number;
  /** What the site's link advertises through the tunnel; not stated by default. */
  readonly advertises?: readonly string[];
  readonly isPrivate?: boolean;
  readonly protects?: unknown;
}

/** A region in a WAN that is known by its id: a hub, and a site with one link. */
function region({ wan, number, advertises, isPrivate = true, protects }: Region): Configuration {
  const vpn = advertises === undefined ? {} : { "azurerm_vpn_site.hq": { over: { advertises } } };
  return {
    resource: {
      azurerm_virtual_hub: {
        hub: { name: `hub${number}`, address_prefix: `10.100.${number}.0/24`, virtual_wan_id: `${WANS}/${wan}` },
      },
      azurerm_vpn_gateway: { vpn: { name: `vpn${number}`, virtual_hub_id: tf("azurerm_virtual_hub.hub.id") } },
      azurerm_vpn_site: {
        hq: {
          name: `hq${number}`,
          address_cidrs: [`10.${number}.9.0/24`],
          link: { name: "over", bgp: { asn: 65010 } },
        },
      },
      azurerm_vpn_gateway_connection: {
        hq: {
          vpn_gateway_id: tf("azurerm_vpn_gateway.vpn.id"),
          remote_vpn_site_id: tf("azurerm_vpn_site.hq.id"),
          vpn_link: {
            name: "over",
            vpn_site_link_id: tf("azurerm_vpn_site.hq.link[0].id"),
            local_azure_ip_address_enabled: isPrivate,
            bgp_enabled: true,
          },
        },
      },
    },
    output: { network_intent: { value: { vpn, ...(protects === undefined ? {} : { protected: protects }) } } },
  };
}

/** What is protected from the hubs of each WAN; undefined where a WAN has nothing to protect. */
function protectedPrefixes(network: Network): unknown {
  const guarded = protectedGroups(network);
  return Object.fromEntries(
    hubGroups(network).map((group) => {
      const { prefixes, unknowns } = protectedFrom(network, group);
      const known = prefixes.map(({ text }) => text);
      const open = unknowns.flatMap(({ decidedBy }) => decidedBy);
      const isGuarded = guarded.some(({ wan }) => wan === group.wan);
      const said = open.length > 0 ? { known, open } : known;
      return [group.wan?.resource.address.replace(/.*\//, "") ?? "", isGuarded ? said : undefined];
    }),
  );
}

describe("what is protected", () => {
  it("says each output for the WAN that its input has a part of, and for no other", () => {
    const network = networkOfInputs({
      a: region({ wan: "one", number: 1, protects: ["10.1.0.0/16"] }),
      b: region({ wan: "two", number: 2, protects: ["10.2.0.0/16"] }),
    });
    expect(protectedPrefixes(network)).toEqual({ one: ["10.1.0.0/16"], two: ["10.2.0.0/16"] });
  });

  it("adds up in one WAN, for each hub reaches what is behind the others", () => {
    const network = networkOfInputs({
      a: region({ wan: "one", number: 1, protects: ["10.1.0.0/16"] }),
      b: region({ wan: "one", number: 2, protects: ["10.2.0.0/16"] }),
    });
    expect(protectedPrefixes(network)).toEqual({ one: ["10.1.0.0/16", "10.2.0.0/16"] });
  });

  it("is also what the tunnels of an input reach that doesn't say", () => {
    const network = networkOfInputs({
      a: region({ wan: "one", number: 1, protects: ["10.1.0.0/16"] }),
      b: region({ wan: "one", number: 2, advertises: ["10.2.1.0/24"] }),
      c: region({ wan: "two", number: 3, advertises: ["10.3.1.0/24"] }),
    });
    expect(protectedPrefixes(network)).toEqual({
      one: ["10.1.0.0/16", "10.2.1.0/24", "10.2.9.0/24"],
      two: ["10.3.1.0/24", "10.3.9.0/24"],
    });
  });

  it("says an intent file for all", () => {
    const inputs = {
      a: region({ wan: "one", number: 1, protects: ["10.1.0.0/16"] }),
      b: region({ wan: "two", number: 2 }),
    };
    expect(protectedPrefixes(networkOfInputs(inputs, { intent: { protected: ["10.9.0.0/16"] } }))).toEqual({
      one: ["10.9.0.0/16"],
      two: ["10.9.0.0/16"],
    });
  });

  it("says an output for all whose input shows nothing of the network: it may mean any of it", () => {
    const network = networkOfInputs({
      a: region({ wan: "one", number: 1, protects: ["10.1.0.0/16"] }),
      b: region({ wan: "two", number: 2, protects: ["10.2.0.0/16"] }),
      c: { output: { network_intent: { value: { protected: ["10.9.0.0/16"] } } } },
    });
    expect(protectedPrefixes(network)).toEqual({
      one: ["10.1.0.0/16", "10.9.0.0/16"],
      two: ["10.2.0.0/16", "10.9.0.0/16"],
    });
  });

  it("is nothing in a WAN without tunnels on the private path, unless its own input says otherwise", () => {
    const quiet = { wan: "two", number: 2, isPrivate: false } as const;
    const a = region({ wan: "one", number: 1, protects: ["10.1.0.0/16"] });
    expect([
      protectedPrefixes(networkOfInputs({ a, b: region(quiet) })),
      protectedPrefixes(networkOfInputs({ a, b: region({ ...quiet, protects: ["10.2.0.0/16"] }) })),
    ]).toEqual([
      { one: ["10.1.0.0/16"], two: undefined },
      { one: ["10.1.0.0/16"], two: ["10.2.0.0/16"] },
    ]);
  });

  it("is open where a statement can't be told, in its own WAN only", () => {
    const network = networkOfInputs({
      a: region({ wan: "one", number: 1, protects: ["10.1.0.0/16"] }),
      b: region({ wan: "two", number: 2, protects: tf("var.protected") }),
    });
    expect(protectedPrefixes(network)).toEqual({
      one: ["10.1.0.0/16"],
      two: { known: [], open: ["var.protected"] },
    });
  });

  describe("of a site that is connected nowhere, in an input of its own", () => {
    /** The site's device has a private address, so its link runs over ExpressRoute. */
    const lone = (virtual_wan_id: unknown): Configuration => ({
      resource: {
        azurerm_vpn_site: {
          lone: {
            name: "lone",
            address_cidrs: ["10.9.0.0/16"],
            virtual_wan_id,
            link: { name: "a", ip_address: "10.8.0.4" },
          },
        },
      },
    });
    const beside = (virtual_wan_id: unknown) =>
      networkOfInputs({
        a: region({ wan: "one", number: 1, advertises: ["10.1.1.0/24"] }),
        b: region({ wan: "two", number: 2, advertises: ["10.2.1.0/24"] }),
        c: lone(virtual_wan_id),
      });
    const one = ["10.1.1.0/24", "10.1.9.0/24"];
    const two = ["10.2.1.0/24", "10.2.9.0/24"];

    it("counts in the WAN of the site, and in no other", () => {
      expect(protectedPrefixes(beside(`${WANS}/one`))).toEqual({ one: [...one, "10.9.0.0/16"], two });
      expect(protectedPrefixes(beside(`${WANS}/two`))).toEqual({ one, two: [...two, "10.9.0.0/16"] });
      expect(protectedPrefixes(beside(`${WANS}/three`))).toEqual({ one, two });
    });

    it("is in doubt in each WAN where the site's can't be told", () => {
      const network = beside(tf("each.value"));
      const doubts = hubGroups(network).map((group) =>
        protectedFrom(network, group).doubts.map((doubt) => [
          doubt.of.resource.address,
          doubt.when,
          ...doubt.unknowns.flatMap(({ decidedBy }) => decidedBy),
        ]),
      );
      expect(protectedPrefixes(network)).toEqual({ one, two });
      expect(doubts).toEqual([
        [["azurerm_vpn_site.lone", "now", "each.value"]],
        [["azurerm_vpn_site.lone", "now", "each.value"]],
      ]);
    });

    it("counts where there is one WAN, whatever the site says of its own", () => {
      const network = networkOfInputs({
        a: region({ wan: "one", number: 1, advertises: ["10.1.1.0/24"] }),
        c: lone(null),
      });
      expect(protectedPrefixes(network)).toEqual({ one: [...one, "10.9.0.0/16"] });
    });
  });
});
