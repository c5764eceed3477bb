import { assemble } from "../../../network/assemble/assemble";
import { encryptedToOnprem } from "../../../policies/rules/encrypted-to-onprem";
import { networkOf, readingsOf } from "../../support/network";
import { type Changes, changed, said, saidOf } from "./judging";
import { SECOND_LINK, SECOND_SITE, SOUND } from "./sound";

const SITE = "azurerm_vpn_site.bergen";
const CONNECTION = "azurerm_vpn_gateway_connection.bergen";
const STATED = "network_intent.value.protected";
const ANNOUNCED = 'network_intent.value.vpn["azurerm_vpn_site.bergen"].a.advertises';
const OSLO = "azurerm_vpn_site.oslo";
/** The second site, and what its device says: 10.30.128.0/17, which is on ExpressRoute too. */
const UNCONNECTED: Changes = {
  [STATED]: undefined,
  [OSLO]: SECOND_SITE,
  'network_intent.value.vpn["azurerm_vpn_site.oslo"]': { a: { advertises: ["10.30.128.0/17"] } },
  'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises': ["10.0.0.0/8"],
};

function messages(changes: Changes): unknown[] {
  return said(encryptedToOnprem, changes).map(({ outcome, address, message }) => [outcome, address, message]);
}

const outcomes = (changes: Changes) => said(encryptedToOnprem, changes).map(({ outcome }) => outcome);

/** What is said of the sound network with some changes, where before these there were others. */
function saidAfter(before: Changes, after: Changes) {
  const readings = readingsOf({ "cdk.tf.json": changed(SOUND, after) });
  return saidOf(encryptedToOnprem, assemble(readings, undefined, { before: networkOf(changed(SOUND, before)) }));
}

const CLEAR = "is unencrypted over circuit erc-stockholm at hub-sdc: no tunnel on the private path has a route";

describe("what is protected where intent doesn't say", () => {
  test("is what a connected site with a link over ExpressRoute announces and lists", () => {
    expect(messages({ [STATED]: undefined })).toEqual([]);
    const longer = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
    const both = ["10.31.0.0/16", "10.31.17.0/24", "10.32.9.0/25"];
    const listed = { [STATED]: undefined, [longer]: both, [`${SITE}.address_cidrs`]: ["10.32.9.0/24"] };
    expect(messages(listed)).toEqual([
      ["violation", CONNECTION, expect.stringContaining("10.31.17.0/24 and 10.32.9.0/25 are unencrypted")],
    ]);
  });

  test("is what a site announces whose tunnel isn't on the private path, while one of its links runs over ExpressRoute", () => {
    const public_ = { [STATED]: undefined, [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: false };
    expect(outcomes(public_)).toEqual(["violation"]);
    const other = { [`${SITE}.link[1]`]: { ...SECOND_LINK, ip_address: "198.51.100.7" } };
    expect(outcomes({ ...public_, ...other })).toEqual(["violation"]);
    expect(messages({ ...public_, [`${SITE}.link[0].ip_address`]: "198.51.100.4" })).toEqual([]);
  });

  test("is what a site announces that is connected nowhere: taking out a connection mends nothing", () => {
    expect(messages(UNCONNECTED)).toEqual([
      ["violation", "azurerm_express_route_connection.stockholm", `10.30.128.0/17 ${CLEAR}`],
    ]);
    const alone = { [STATED]: undefined, [CONNECTION]: undefined };
    expect(messages(alone)).toEqual([
      ["violation", "azurerm_express_route_connection.stockholm", `10.31.16.0/20 ${CLEAR}`],
    ]);
  });

  test("is nothing of a site on the internet, connected or not, and nothing that intent leaves out", () => {
    const internet = { ...UNCONNECTED, [`${OSLO}.link[0].ip_address`]: "198.51.100.4" };
    expect(messages(internet)).toEqual([]);
    expect(messages({ ...UNCONNECTED, [STATED]: ["10.31.16.0/20"] })).toEqual([]);
  });

  test("is never the device's own address, whose tunnel would carry itself", () => {
    const around = { 'network_intent.value.vpn["azurerm_vpn_site.oslo"]': { a: { advertises: ["10.30.0.4/31"] } } };
    expect(messages({ ...UNCONNECTED, ...around })).toEqual([
      ["violation", "azurerm_express_route_connection.stockholm", `10.30.0.5/32 ${CLEAR}`],
    ]);
  });

  test("is everything that the site announces, through its other links too", () => {
    const second = {
      [`${SITE}.link[1]`]: SECOND_LINK,
      'network_intent.value.vpn["azurerm_vpn_site.bergen"].b': { advertises: ["10.31.40.0/24"] },
    };
    expect(messages({ [STATED]: undefined, ...second })).toEqual([
      ["violation", "azurerm_express_route_connection.stockholm", `10.31.40.0/24 ${CLEAR}`],
    ]);
  });

  test("can't be told of a site whose device is unknown and that says anything", () => {
    const unknown = { ...UNCONNECTED, [`${OSLO}.link[0].ip_address`]: "${var.device}" };
    expect(said(encryptedToOnprem, unknown)).toEqual([
      {
        outcome: "undecided",
        level: "error",
        address: OSLO,
        path: "",
        message:
          "what of site oslo, which is connected nowhere, is protected can't be told, nor whether that is reached encrypted",
        evidence: {},
        decidedBy: ["var.device"],
      },
    ]);
    const silent = { ...unknown, 'network_intent.value.vpn["azurerm_vpn_site.oslo"]': undefined };
    expect(messages(silent)).toEqual([]);
    const list = { ...UNCONNECTED, [`${OSLO}.address_cidrs`]: "${var.cidrs}" };
    expect(messages(list)).toEqual([
      ["violation", "azurerm_express_route_connection.stockholm", `10.30.128.0/17 ${CLEAR}`],
      ["undecided", OSLO, expect.stringContaining("can't be told")],
    ]);
  });
});

describe("what was encrypted before a change", () => {
  const UNSTATED = { [STATED]: undefined };
  const GONE = { ...UNSTATED, [CONNECTION]: undefined, [SITE]: undefined, "network_intent.value.vpn": {} };

  test("is protected where intent doesn't say what is, and the finding says how to end that", () => {
    expect(saidAfter(UNSTATED, GONE)).toEqual([
      {
        outcome: "violation",
        level: "error",
        address: "azurerm_express_route_connection.stockholm",
        path: "",
        message: `10.31.16.0/20 ${CLEAR}`,
        remedy:
          "Advertise the prefix through a tunnel on the private path, or take it out of what is protected. 10.31.16.0/20 was encrypted before this change: where that is over, state protected in the intent without it.",
        evidence: expect.objectContaining({ reason: "not-advertised-over-vpn", prefixes: ["10.31.16.0/20"] }),
      },
    ]);
  });

  test("is what intent said then, where it says nothing now", () => {
    expect(saidAfter({}, GONE)).toHaveLength(1);
    expect(saidAfter({ [STATED]: ["10.31.20.0/22"] }, GONE)).toMatchObject([{ message: `10.31.20.0/22 ${CLEAR}` }]);
  });

  test("is free to go where intent states what is protected, be it nothing", () => {
    expect(saidAfter(UNSTATED, { ...GONE, [STATED]: [] })).toEqual([]);
    expect(saidAfter(UNSTATED, {})).toEqual([]);
  });

  test("is no fault where nothing leads there any more, in the clear or otherwise", () => {
    const withdrawn = {
      'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises': [],
    };
    expect(saidAfter(UNSTATED, { ...GONE, ...withdrawn })).toEqual([]);
  });

  test("is told beside what is protected now, of the part that nobody announces any more", () => {
    const less = { ...UNSTATED, [ANNOUNCED]: ["10.31.16.0/21"] };
    expect(saidAfter(UNSTATED, less)).toMatchObject([
      {
        message: expect.stringMatching(/^10\.31\.24\.0\/21 is unencrypted/),
        remedy: expect.stringContaining("10.31.24.0/21 was"),
      },
    ]);
  });

  test("is not what was in the clear already, be it a part", () => {
    const longer = 'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises';
    const leaking = { ...UNSTATED, [longer]: ["10.31.0.0/16", "10.31.16.0/21"] };
    expect(saidAfter(leaking, GONE)).toMatchObject([{ message: `10.31.24.0/21 ${CLEAR}` }]);
    const equal = { ...UNSTATED, [longer]: ["10.31.0.0/16", "10.31.16.0/20"] };
    expect(saidAfter(equal, GONE)).toEqual([]);
    const internet = { ...UNSTATED, [`${CONNECTION}.vpn_link[0].local_azure_ip_address_enabled`]: false };
    expect(saidAfter(internet, GONE)).toEqual([]);
  });

  test("can't be told where nobody says what the last tunnel carried, as long as ExpressRoute may take it", () => {
    const silent = { ...UNSTATED, "network_intent.value.vpn": {} };
    const left = { ...silent, [CONNECTION]: undefined };
    expect(saidAfter(silent, left)).toMatchObject([
      { outcome: "undecided", address: CONNECTION, decidedBy: ["network_intent.protected"] },
    ]);
    expect(saidAfter(silent, GONE)).toMatchObject([{ outcome: "undecided", address: CONNECTION }]);
    expect(saidAfter(silent, { ...GONE, [STATED]: [] })).toEqual([]);
    const withdrawn = {
      'network_intent.value.expressRoute["azurerm_express_route_connection.stockholm"].advertises': [],
    };
    expect(saidAfter(silent, { ...GONE, ...withdrawn })).toEqual([]);
    expect(saidAfter(left, GONE)).toEqual([]);
  });

  test("is not what was reached without a tunnel", () => {
    const vpn = { "azurerm_vpn_site.oslo": { a: { advertises: ["10.30.128.0/17"] } } };
    const before = { ...UNCONNECTED, [CONNECTION]: undefined, [SITE]: undefined, "network_intent.value.vpn": vpn };
    expect(saidAfter(before, { ...GONE, [OSLO]: undefined })).toEqual([]);
  });
});
