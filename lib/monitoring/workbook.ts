import { ApplicationInsightsWorkbook } from "@cdktf/provider-azurerm/lib/application-insights-workbook";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import type { IWanReference } from "../hub/hub-reference";
import { Complaints } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named, withoutKind } from "../terraform/names";
import type { Tags } from "../terraform/or-token";
import { type WorkbookView, workbookViews } from "./workbook-queries";
import type { ILogAnalyticsWorkspace } from "./workspace";

export interface WorkbookProps {
  /** Name that people see. With the resource group it makes the id that Azure calls the name. */
  readonly displayName: string;
  readonly resourceGroupName: string;
  /** Azure region that holds it. */
  readonly location: string;
  /** The WAN whose hubs, sites and connections it shows. */
  readonly wan: IWanReference;
  /** The workspace that gets logs and metrics of gateways and circuits. It shows all that send to it. */
  readonly workspace: ILogAnalyticsWorkspace;
  /** @default none */
  readonly tags?: Tags;
}

/**
 * A workbook of a WAN: hubs and regions, sites with the status of their connections and bytes in and out, tunnels by
 * their last event, and what tunnels and circuits carry.
 * https://learn.microsoft.com/azure/azure-monitor/visualize/workbooks-overview
 */
export class Workbook extends Construct {
  /** The Terraform resource. */
  readonly resource: ApplicationInsightsWorkbook;

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: WorkbookProps) {
    super(scope, id);
    withoutKind(this, "workbook");
    const { displayName, resourceGroupName, location, wan, workspace, tags } = props;
    const complaints = new Complaints();
    complaints.notEmpty("displayName", displayName);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    complaints.notEmpty("location", location);
    complaints.throwFor(this.node.path);
    this.resource = new ApplicationInsightsWorkbook(this, "Default", {
      // Azure wants a UUID. This one stays the same as long as the two names do.
      name: Token.asString(Fn.uuidv5("url", Fn.join("/", [resourceGroupName, displayName]))),
      displayName,
      resourceGroupName,
      location,
      dataJson: JSON.stringify(notebook(workbookViews(wan.virtualWanId), workspace.logAnalyticsWorkspaceId)),
      ...given({ tags }),
    });
    named(this.resource);
  }
}

/** Numbers that Azure's notebooks use for kinds of items and of queries. */
const PARAMETERS = 9;
const QUERY = 3;
const TIME_RANGE = 4;
const LOGS = 0;
const RESOURCE_GRAPH = 1;

/** One day, and what else can be chosen. */
const SPANS = [1, 4, 24, 7 * 24, 30 * 24].map((hours) => ({ durationMs: hours * 3_600_000 }));

function notebook(views: readonly WorkbookView[], workspaceId: string): object {
  return {
    version: "Notebook/1.0",
    items: [
      {
        type: PARAMETERS,
        content: {
          version: "KqlParameterItem/1.0",
          parameters: [
            {
              // An id is any UUID that no other parameter of the workbook has.
              id: "6e6f7a1c-3d0b-4f0e-9a52-0c8d5b1e7f21",
              version: "KqlParameterItem/1.0",
              name: "TimeRange",
              label: "Time range",
              type: TIME_RANGE,
              isRequired: true,
              value: { durationMs: 24 * 3_600_000 },
              typeSettings: { selectableValues: SPANS, allowCustom: true },
            },
          ],
          style: "pills",
        },
        name: "parameters",
      },
      ...views.map((view) => ({ type: QUERY, content: queryItem(view, workspaceId), name: view.title })),
    ],
    fallbackResourceIds: ["Azure Monitor"],
    $schema: "https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json",
  };
}

function queryItem({ title, from, as, query }: WorkbookView, workspaceId: string): object {
  const common = { version: "KqlItem/1.0", query, size: 0, title, visualization: as };
  return from === "resource graph"
    ? {
        ...common,
        queryType: RESOURCE_GRAPH,
        resourceType: "microsoft.resourcegraph/resources",
        crossComponentResources: ["value::all"],
      }
    : {
        ...common,
        queryType: LOGS,
        resourceType: "microsoft.operationalinsights/workspaces",
        crossComponentResources: [workspaceId],
        timeContextFromParameter: "TimeRange",
      };
}
