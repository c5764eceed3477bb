import { DataAzurermLogAnalyticsWorkspace } from "@cdktf/provider-azurerm/lib/data-azurerm-log-analytics-workspace";
import { LogAnalyticsWorkspace as LogAnalyticsWorkspaceResource } from "@cdktf/provider-azurerm/lib/log-analytics-workspace";
import { Construct, type IConstruct } from "constructs";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints, isLiteral } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named, withoutKind } from "../terraform/names";
import { once } from "../terraform/once";
import type { Tags } from "../terraform/or-token";

/** A Log Analytics workspace: made here, or there already. */
export interface ILogAnalyticsWorkspace extends IConstruct {
  /** Resource id of the workspace. */
  readonly logAnalyticsWorkspaceId: string;
  /** Its Azure region, where alerts on its logs are made too. */
  readonly location: string;
}

export interface LogAnalyticsWorkspaceProps {
  /** Name of the workspace: 4 to 63 letters, digits and `-`. It can't be changed later without replacing it. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** Azure region. Diagnostic settings send to it from every region. */
  readonly location: string;
  /**
   * Days for which logs and metrics are kept, 30 to 730. The first 31 are free.
   * https://learn.microsoft.com/azure/azure-monitor/logs/cost-logs
   * @default 30
   */
  readonly retentionDays?: number;
  /**
   * Gigabytes a day after which the workspace takes nothing more until the next day. Alerts on logs are silent then.
   * @default no limit
   */
  readonly dailyQuotaGb?: number;
  /** @default none */
  readonly tags?: Tags;
}

/** A workspace that exists already, by id. */
export interface LogAnalyticsWorkspaceById {
  readonly logAnalyticsWorkspaceId: string;
  /** Its Azure region. */
  readonly location: string;
}

/** A workspace that exists already, read by name. */
export interface LogAnalyticsWorkspaceByName {
  readonly name: string;
  readonly resourceGroupName: string;
}

export type LogAnalyticsWorkspaceAttributes = LogAnalyticsWorkspaceById | LogAnalyticsWorkspaceByName;

const KINDS = ["workspace", "log-analytics-workspace"];

/** The workspace that gets logs and metrics of the network. It is paid for by gigabyte. */
export class LogAnalyticsWorkspace extends Construct implements ILogAnalyticsWorkspace {
  /**
   * A workspace that exists already: by id, or read by name.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(
    scope: Construct,
    id: string,
    attributes: LogAnalyticsWorkspaceAttributes,
  ): ILogAnalyticsWorkspace {
    return "logAnalyticsWorkspaceId" in attributes
      ? new KnownWorkspace(scope, id, attributes)
      : new ReadWorkspace(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: LogAnalyticsWorkspaceResource;
  readonly location: string;
  private readonly id = once(() => this.resource.id);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: LogAnalyticsWorkspaceProps) {
    super(scope, id);
    withoutKind(this, ...KINDS);
    const { name, resourceGroupName, location, retentionDays, dailyQuotaGb, tags } = props;
    const complaints = new Complaints();
    checkName(complaints, name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    complaints.notEmpty("location", location);
    complaints.integer("retentionDays", retentionDays, 30, 730, RETENTION);
    if (isLiteral(dailyQuotaGb) && !(dailyQuotaGb > 0)) {
      complaints.add(`dailyQuotaGb: ${dailyQuotaGb} is not more than 0; leave it out for no limit`);
    }
    complaints.throwFor(this.node.path);
    this.location = location;
    this.resource = new LogAnalyticsWorkspaceResource(this, "Default", {
      name,
      resourceGroupName,
      location,
      sku: "PerGB2018",
      retentionInDays: retentionDays ?? 30,
      ...given({ dailyQuotaGb, tags }),
    });
    named(this.resource);
  }

  get logAnalyticsWorkspaceId(): string {
    return this.id();
  }
}

const RETENTION = "https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure";

function checkName(complaints: Complaints, name: string): void {
  if (isLiteral(name) && !/^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/.test(name)) {
    complaints.add(
      `name: ${JSON.stringify(name)} is no name of a workspace: 4 to 63 letters, digits and -, with neither end a -`,
    );
  }
}

/** A workspace of which only the id is known. */
class KnownWorkspace extends Construct implements ILogAnalyticsWorkspace {
  readonly logAnalyticsWorkspaceId: string;
  readonly location: string;

  constructor(scope: Construct, id: string, { logAnalyticsWorkspaceId, location }: LogAnalyticsWorkspaceById) {
    super(scope, id);
    const complaints = new Complaints();
    const provider = "Microsoft.OperationalInsights";
    checkResourceId(complaints, "logAnalyticsWorkspaceId", logAnalyticsWorkspaceId, "workspaces", provider);
    complaints.notEmpty("location", location);
    complaints.throwFor(this.node.path);
    this.logAnalyticsWorkspaceId = logAnalyticsWorkspaceId;
    this.location = location;
  }
}

/** A workspace that Terraform reads. */
class ReadWorkspace extends Construct implements ILogAnalyticsWorkspace {
  private readonly resource: DataAzurermLogAnalyticsWorkspace;
  private readonly id = once(() => this.resource.id);
  private readonly region = once(() => this.resource.location);

  constructor(scope: Construct, id: string, { name, resourceGroupName }: LogAnalyticsWorkspaceByName) {
    super(scope, id);
    withoutKind(this, ...KINDS);
    const complaints = new Complaints();
    checkName(complaints, name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    complaints.throwFor(this.node.path);
    this.resource = new DataAzurermLogAnalyticsWorkspace(this, "Default", { name, resourceGroupName });
    named(this.resource);
  }

  get logAnalyticsWorkspaceId(): string {
    return this.id();
  }

  get location(): string {
    return this.region();
  }
}
