import { flowsOf } from "../../../lab/course/flows";
import { agreedIn } from "../../../lab/predict/algorithms";
import { leakIn } from "../../../lab/predict/leak";
import { lossOfCircuit, lossOfLink, lossOfTunnels, predictionOf } from "../../../lab/predict/predictions";
import { soundPlan } from "../sound-lab";

const PLAN = soundPlan();
const [device] = PLAN.devices;
const [circuit] = PLAN.circuits;
if (device === undefined || circuit === undefined) {
  throw new Error("the sound network has a device and a circuit");
}

describe("what is predicted is what wanproof routes tells", () => {
  const told = (lost: string | undefined, plan = PLAN) =>
    flowsOf(plan).map((flow) => [flow.direction, predictionOf(plan.network, flow, lost).outcome]);

  test("of every flow, both ways", () => {
    expect(told(undefined)).toEqual([
      ["to-onprem", "encrypted"],
      ["to-azure", "encrypted"],
    ]);
  });

  test("when a link, all tunnels or the circuit is lost, by the names that the engine has for them", () => {
    const losses = [lossOfLink(device), lossOfTunnels(PLAN), lossOfCircuit(circuit)];

    expect(losses).toEqual([
      "link azurerm_vpn_gateway_connection.bergen#a",
      "all tunnels",
      "circuit azurerm_express_route_circuit.stockholm",
    ]);
    const known = flowsOf(PLAN).map((flow) => losses.map((loss) => predictionOf(PLAN.network, flow, loss).outcome));
    expect(new Set(known.flat()).has("encrypted")).toBe(false);
  });

  test("where a prefix is announced on both paths", () => {
    const both = { "azurerm_express_route_connection.stockholm": { advertises: ["10.31.0.0/24", "10.31.16.0/20"] } };

    expect(told(undefined, soundPlan({ "network_intent.value.expressRoute": both }))).toEqual([
      ["to-onprem", "clear"],
      ["to-azure", "encrypted"],
    ]);
  });
});

test("a leak is longer than everything that holds the host", () => {
  expect(leakIn(PLAN)?.prefix.text).toBe("10.31.16.0/21");
});

describe("algorithms in strongSwan's words", () => {
  const negotiation = {
    place: "x",
    isExplicit: true,
    ikeEncryption: "AES256",
    ikeIntegrity: "SHA384",
    dhGroup: "ECP384",
    ipsecEncryption: "GCMAES256",
    ipsecIntegrity: "GCMAES256",
    pfsGroup: "ECP384",
    saLifetimeSeconds: 3600,
    saDataSizeKilobytes: 102_400_000,
  };

  test.each([
    [{}, "AES_CBC-256/HMAC_SHA2_384_192/PRF_HMAC_SHA2_384/ECP_384", "AES_GCM_16-256/ECP_384"],
    [
      { ikeEncryption: "GCMAES128", ikeIntegrity: "SHA256", dhGroup: "DHGroup14", pfsGroup: "None" },
      "AES_GCM_16-128/PRF_HMAC_SHA2_256/MODP_2048",
      "AES_GCM_16-256",
    ],
    [
      { dhGroup: "DHGroup24", ipsecEncryption: "AES128", ipsecIntegrity: "SHA256", pfsGroup: "PFS24" },
      "AES_CBC-256/HMAC_SHA2_384_192/PRF_HMAC_SHA2_384/MODP_2048_256",
      "AES_CBC-128/HMAC_SHA2_256_128/MODP_2048_256",
    ],
  ])("%j", (changes, ike, esp) => {
    expect(agreedIn({ ...negotiation, ...changes })).toEqual({ ike, esp });
  });
});
