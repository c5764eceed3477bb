import { WantedAtHubs } from "../../../../policies/rules/reasoning/wanted-on-loss";
import { networkOfInputs } from "../../../support/network";

/** What is wanted at two hubs together, each of an input of its own that says what it wants. */
function wanted(...losses: readonly unknown[]) {
  const inputs = losses.map((onTunnelLoss, number) => [
    `${number}.tf.json`,
    {
      resource: { azurerm_virtual_hub: { hub: { name: `hub${number}`, address_prefix: `10.${number}.0.0/24` } } },
      output: { network_intent: { value: onTunnelLoss === undefined ? {} : { onTunnelLoss } } },
    },
  ]);
  const network = networkOfInputs(Object.fromEntries(inputs));
  const { level, unknowns } = new WantedAtHubs(network, network.hubs).of();
  return [level, ...unknowns.flatMap(({ decidedBy }) => decidedBy)];
}

describe("what is wanted where tunnels of several hubs are lost", () => {
  test("is the strictest: dropped where one says so, whatever others say", () => {
    expect(wanted("drop", "cleartext")).toEqual(["error"]);
    expect(wanted("${var.loss}", "drop")).toEqual(["error"]);
    expect(wanted(undefined, "drop")).toEqual(["error"]);
  });

  test("is cleartext only where all accept it", () => {
    expect(wanted("cleartext", "cleartext")).toEqual(["note"]);
    expect(wanted("cleartext", undefined)).toEqual(["warning"]);
    expect(wanted(undefined, undefined)).toEqual(["warning"]);
  });

  test("may be an error where one can't be told", () => {
    expect(wanted("${var.loss}", "cleartext")).toEqual(["error", "var.loss"]);
  });
});
