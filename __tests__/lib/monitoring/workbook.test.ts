import { z } from "zod";
import { VirtualWan } from "../../../lib/hub/virtual-wan";
import { Workbook } from "../../../lib/monitoring/workbook";
import { complaintsOf, emptyStack, resourceOf } from "../terraform";
import { WORKSPACE, workspaceIn } from "./watching";

const query = z.strictObject({
  version: z.literal("KqlItem/1.0"),
  title: z.string(),
  query: z.string(),
  size: z.number(),
  visualization: z.enum(["table", "timechart"]),
  queryType: z.number(),
  resourceType: z.string(),
  crossComponentResources: z.array(z.string()).length(1),
  timeContextFromParameter: z.literal("TimeRange").optional(),
});

/** What Azure's schema of workbooks asks for, as far as this one goes. */
const notebook = z.strictObject({
  version: z.literal("Notebook/1.0"),
  items: z.array(
    z.union([
      z.strictObject({
        type: z.literal(9),
        name: z.string(),
        content: z.strictObject({
          version: z.literal("KqlParameterItem/1.0"),
          parameters: z.array(z.looseObject({ id: z.guid(), version: z.string(), name: z.string(), type: z.number() })),
          style: z.literal("pills"),
        }),
      }),
      z.strictObject({ type: z.literal(3), name: z.string(), content: query }),
    ]),
  ),
  fallbackResourceIds: z.array(z.string()),
  $schema: z.url(),
});

function made() {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  new Workbook(stack, "workbook", {
    displayName: "Virtual WAN net",
    resourceGroupName: "rg",
    location: "westeurope",
    wan,
    workspace: workspaceIn(stack),
  });
  return resourceOf(stack, "azurerm_application_insights_workbook");
}

function shown() {
  const { items } = notebook.parse(JSON.parse(String(made().data_json)));
  return items.flatMap((item) => (item.type === 3 ? [item.content] : []));
}

test("a workbook has the form that Azure's schema of workbooks asks for", () => {
  const { items } = notebook.parse(JSON.parse(String(made().data_json)));
  const names = items.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(items.map(({ type }) => type)).toEqual([9, 3, 3, 3, 3, 3]);
});

test("a workbook is called what people see, and its UUID stays the same as long as its names do", () => {
  const { data_json: _notebook, ...rest } = made();
  expect(rest).toEqual({
    name: '${uuidv5("url", join("/", ["rg", "Virtual WAN net"]))}',
    display_name: "Virtual WAN net",
    resource_group_name: "rg",
    location: "westeurope",
  });
});

test("it shows hubs, regions, sites, the status of connections, and bytes in and out", () => {
  const columns = shown().map(({ title, query: text }) => {
    const last = text.split("\n").findLast((line) => line.startsWith("| project ")) ?? "";
    const names = last.replace("| project ", "").match(/(?:^|, )(\w+)(?= =|,|$)/g) ?? [];
    return `${title}: ${names.map((name) => name.replace(", ", "")).join(", ")}`;
  });
  expect(columns).toEqual([
    "Hubs: Hub, Region, Prefix, Routing, State",
    "Sites and their connections: Site, Region, Hub, Connection, Status, BytesIn, BytesOut",
    "Tunnels by their last event: Gateway, Peer, Instance, Status, Since, Why",
    "Bytes in and out of tunnels, by gateway: TimeGenerated, Line, Bytes",
    "Bits a second in and out of circuits: TimeGenerated, Line, BitsPerSecond",
  ]);
});

test("what there is comes from Resource Graph by the WAN, and what happened from the workspace in the time that is chosen", () => {
  const sources = shown().map(({ queryType, crossComponentResources: [from], timeContextFromParameter }) => [
    queryType,
    from,
    timeContextFromParameter,
  ]);
  const graph = [1, "value::all", undefined];
  const logs = [0, WORKSPACE, "TimeRange"];
  expect(sources).toEqual([graph, graph, logs, logs, logs]);
  const [hubs, sites] = shown();
  for (const view of [hubs, sites]) {
    expect(view?.query).toContain('properties.virtualWan.id) =~ "${azurerm_virtual_wan.wan.id}"');
  }
});

test("all that is wrong with a workbook is said at once", () => {
  const stack = emptyStack();
  const wan = new VirtualWan(stack, "wan", { name: "wan", resourceGroupName: "rg", location: "westeurope" });
  const props = { displayName: "", resourceGroupName: "", location: "", wan, workspace: workspaceIn(stack) };
  expect(complaintsOf(() => new Workbook(stack, "workbook", props))).toEqual([
    "displayName: it is empty",
    "resourceGroupName: it is empty",
    "location: it is empty",
  ]);
});
