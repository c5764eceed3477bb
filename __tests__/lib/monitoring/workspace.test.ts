import { TerraformOutput } from "cdktf";
import { LogAnalyticsWorkspace } from "../../../lib/monitoring/workspace";
import { complaintsOf, dataSourceOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

const ID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log";

test("a workspace is paid for by gigabyte and keeps thirty days", () => {
  const stack = emptyStack();
  new LogAnalyticsWorkspace(stack, "workspace", { name: "log-net", resourceGroupName: "rg", location: "westeurope" });
  expect(resourceOf(stack, "azurerm_log_analytics_workspace")).toEqual({
    name: "log-net",
    resource_group_name: "rg",
    location: "westeurope",
    sku: "PerGB2018",
    retention_in_days: 30,
  });
});

test("a workspace that exists is read by name, or known by id", () => {
  const stack = emptyStack();
  const read = LogAnalyticsWorkspace.fromAttributes(stack, "workspace", { name: "log-net", resourceGroupName: "rg" });
  new TerraformOutput(stack, "out", { value: [read.logAnalyticsWorkspaceId, read.location] });
  expect(terraformOf(stack).output).toEqual({
    out: {
      value: [
        reference("data.azurerm_log_analytics_workspace.workspace.id"),
        reference("data.azurerm_log_analytics_workspace.workspace.location"),
      ],
    },
  });
  expect(dataSourceOf(stack, "azurerm_log_analytics_workspace")).toEqual({
    name: "log-net",
    resource_group_name: "rg",
  });
  const known = emptyStack();
  const attributes = { logAnalyticsWorkspaceId: ID, location: "westeurope" };
  expect(LogAnalyticsWorkspace.fromAttributes(known, "log", attributes)).toMatchObject(attributes);
  expect(terraformOf(known).data).toBeUndefined();
});

test("all that is wrong with a workspace is said at once", () => {
  const make = () =>
    new LogAnalyticsWorkspace(emptyStack(), "log", {
      name: "log_net",
      resourceGroupName: "",
      location: "",
      retentionDays: 7,
      dailyQuotaGb: 0,
    });
  expect(complaintsOf(make)).toEqual([
    'name: "log_net" is no name of a workspace: 4 to 63 letters, digits and -, with neither end a -',
    "resourceGroupName: it is empty",
    "location: it is empty",
    "retentionDays: 7 is not a whole number from 30 to 730 (https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure)",
    "dailyQuotaGb: 0 is not more than 0; leave it out for no limit",
  ]);
  const known = () =>
    LogAnalyticsWorkspace.fromAttributes(emptyStack(), "log", { logAnalyticsWorkspaceId: "log", location: "" });
  expect(complaintsOf(known)).toEqual([
    'logAnalyticsWorkspaceId: "log" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.OperationalInsights/workspaces/...',
    "location: it is empty",
  ]);
});
