import { inputLines } from "../../../network/facts/input-lines";
import { routeTable } from "../../../paths/table";
import { markdownReport } from "../../../policies/report/markdown";
import { textReport } from "../../../policies/report/text";
import { CLEAN } from "../../policies/report/samples";
import { networkOf } from "../../support/network";

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    address: `azurerm_vpn_gateway_connection.c${at}`,
    path: "vpn_gateway_id",
    is: "azurerm_vpn_gateway.gw",
  }));
const [input] = CLEAN.inputs;

describe("an id that only elimination tells", () => {
  test("is named in the report, with the resource that it is", () => {
    const report = { ...CLEAN, inputs: input === undefined ? [] : [{ ...input, byElimination: ids(1) }] };
    const line = "by elimination, azurerm_vpn_gateway_connection.c0.vpn_gateway_id is azurerm_vpn_gateway.gw";
    expect(textReport(report)).toContain(`    ${line}\n`);
    expect(markdownReport(report).replace(/&#95;|_/g, "_")).toContain(line);
  });

  test("is counted where there are many", () => {
    const lines = input === undefined ? [] : inputLines({ ...input, byElimination: ids(7) });
    expect([lines.length, lines.at(-1)]).toEqual([6, "and 2 more by elimination"]);
  });
});

test("routes tell it too, of each input", () => {
  const network = networkOf({ resource: { azurerm_virtual_wan: { wan: { name: "wan" } } } });
  const folder = { path: "infra", isRead: true, notes: [] };
  const inputs = network.inputs.map((input) => ({ ...input, path: "plan.json", folder }));
  expect(routeTable({ ...network, inputs }).notes).toContain(
    "plan.json: what it leaves open is read from the Terraform in infra.",
  );
});
