import { Secret } from "../../../../network/resource";
import { attributesOf, readOne, reference, unknown } from "./configuration-json";

const CONNECTION = "azurerm_vpn_gateway_connection.hq";
const UNTOLD = unknown(undefined, `${CONNECTION}.lifecycle.ignore_changes`);

/** What is read of a connection with two links. */
function connection(ignore_changes: unknown) {
  const { [CONNECTION]: read } = attributesOf({
    resource: {
      azurerm_vpn_gateway_connection: {
        hq: {
          name: "con-hq",
          vpn_gateway_id: "${azurerm_vpn_gateway.weu.id}",
          vpn_link: [
            { name: "over-ams", bandwidth_mbps: 100, shared_key: "Uk3-wee ~" },
            { name: "over-fra", bandwidth_mbps: 200 },
          ],
          tags: { owner: "net" },
          lifecycle: JSON.parse(JSON.stringify({ ignore_changes })),
        },
      },
      azurerm_vpn_gateway: { weu: { name: "vpng" } },
    },
  });
  return read;
}

const KEY = new Secret("literal", { length: 9, allowedCharacters: false, alphanumeric: false });
const LINKS = [
  { name: "over-ams", bandwidth_mbps: 100, shared_key: KEY },
  { name: "over-fra", bandwidth_mbps: 200 },
];
const WHOLE = {
  name: "con-hq",
  vpn_gateway_id: reference("azurerm_vpn_gateway.weu", ["id"]),
  vpn_link: LINKS,
  tags: { owner: "net" },
};

describe("what Terraform is told to leave as it is in Azure", () => {
  it("is unknown, and the rest is as written", () => {
    expect(connection(["tags", "routing"])).toEqual({ ...WHOLE, tags: UNTOLD, routing: UNTOLD });
    expect(connection(["${vpn_gateway_id}"])).toEqual({ ...WHOLE, vpn_gateway_id: UNTOLD });
    expect(connection([])).toEqual(WHOLE);
  });

  it("is unknown inside a block or a map too, of one block or of all", () => {
    const [first, second] = LINKS;
    const ignored = connection(["vpn_link[1].bandwidth_mbps", 'tags["owner"]', "vpn_link[0].connection_mode"]);
    expect(ignored).toEqual({
      ...WHOLE,
      vpn_link: [
        { ...first, connection_mode: UNTOLD },
        { ...second, bandwidth_mbps: UNTOLD },
      ],
      tags: { owner: UNTOLD },
    });
    expect(connection(["vpn_link.bandwidth_mbps"])?.vpn_link).toEqual([
      { ...first, bandwidth_mbps: UNTOLD },
      { ...second, bandwidth_mbps: UNTOLD },
    ]);
  });

  it("doesn't hide that a key is written in the clear", () => {
    expect(connection(["vpn_link[0].shared_key"])).toEqual(WHOLE);
  });

  it("is unknown in all of it with all, what nobody wrote too", () => {
    for (const all of ["all", ["all"]]) {
      expect(connection(all)).toEqual({
        id: UNTOLD,
        internet_security_enabled: UNTOLD,
        name: UNTOLD,
        remote_vpn_site_id: UNTOLD,
        routing: UNTOLD,
        tags: UNTOLD,
        traffic_selector_policy: UNTOLD,
        vpn_gateway_id: UNTOLD,
        vpn_link: UNTOLD,
      });
    }
  });

  it("is what a condition states of it", () => {
    const { "azurerm_virtual_hub.weu": hub } = attributesOf({
      resource: {
        azurerm_virtual_hub: {
          weu: {
            sku: "Basic",
            lifecycle: {
              ignore_changes: ["sku"],
              postcondition: { condition: '${self.sku == "Standard"}', error_message: "no" },
            },
          },
        },
      },
    });
    expect(hub).toEqual({ sku: "Standard" });
  });
});

describe("what is removed from a configuration", () => {
  const removed = (from: string, destroy: boolean) =>
    readOne({ removed: [{ from, lifecycle: { destroy } }] }).unread.map(({ address, reason }) => [address, reason]);
  const reason = "leaves Terraform and stays in Azure, and configuration doesn't hold what it is: check the plan";

  it("stays in Azure where it isn't destroyed, and nothing tells what it is", () => {
    for (const address of [CONNECTION, `module.net.${CONNECTION}`, "module.net", "module.net.module.vpn"]) {
      expect(removed(address, false)).toEqual([[address, reason]]);
    }
    expect(removed(`\${${CONNECTION}}`, false)).toEqual([[CONNECTION, reason]]);
  });

  it("is gone where it is destroyed, and doesn't matter where it is of another field", () => {
    expect([removed(CONNECTION, true), removed("azurerm_storage_account.a", false)]).toEqual([[], []]);
    expect(readOne({ removed: { from: CONNECTION } }).unread).toEqual([]);
  });
});
