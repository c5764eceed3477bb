import { inputLines } from "../../../policies/report/input-lines";
import { markdownReport } from "../../../policies/report/markdown";
import { textReport } from "../../../policies/report/text";
import { CLEAN } from "./samples";

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
