import {
  ActionGroup,
  type ActionGroupAttributes,
  type ActionGroupProps,
  type EmailReceiver,
  type SmsReceiver,
  type WebhookReceiver,
} from "../../../lib/monitoring/action-group";
import { DiagnosticSetting, type DiagnosticSettingProps } from "../../../lib/monitoring/diagnostic-setting";
import { Workbook, type WorkbookProps } from "../../../lib/monitoring/workbook";
import {
  LogAnalyticsWorkspace,
  type LogAnalyticsWorkspaceAttributes,
  type LogAnalyticsWorkspaceById,
  type LogAnalyticsWorkspaceByName,
  type LogAnalyticsWorkspaceProps,
} from "../../../lib/monitoring/workspace";
import { casesOf, type PropertyCase } from "./harness";
import { PLACE, type Surroundings } from "./surroundings";

const EMAIL = { name: "noc", address: "noc@contoso.example" };
const GROUP: ActionGroupProps = { name: "ag", resourceGroupName: "rg", shortName: "net", emails: [EMAIL] };

function workspaceId(name: string): string {
  return `/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/${name}`;
}

function tellOf({ subject }: Surroundings, props: Partial<ActionGroupProps>): void {
  new ActionGroup(subject, "group", { ...GROUP, ...props });
}

/** A workspace shows where something is sent to it, and in which region alerts on it are. */
function useWorkspace(around: Surroundings, attributes: LogAnalyticsWorkspaceAttributes): void {
  const { subject, vpnGateway } = around;
  const workspace = LogAnalyticsWorkspace.fromAttributes(subject, "known", attributes);
  new DiagnosticSetting(subject, "setting", { name: workspace.location, target: vpnGateway.one, workspace });
}

export const monitoringCases: readonly PropertyCase[] = [
  ...casesOf<LogAnalyticsWorkspaceProps>(
    "LogAnalyticsWorkspaceProps",
    ({ subject }, props) => new LogAnalyticsWorkspace(subject, "log", props),
    () => ({ ...PLACE, name: "log-one" }),
    {
      name: () => ({ name: "log-other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      retentionDays: () => ({ retentionDays: 90 }),
      dailyQuotaGb: () => ({ dailyQuotaGb: 0.5 }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<LogAnalyticsWorkspaceById>(
    "LogAnalyticsWorkspaceById",
    useWorkspace,
    () => ({ logAnalyticsWorkspaceId: workspaceId("one"), location: "westeurope" }),
    {
      logAnalyticsWorkspaceId: () => ({ logAnalyticsWorkspaceId: workspaceId("other") }),
      location: () => ({ location: "northeurope" }),
    },
  ),
  ...casesOf<LogAnalyticsWorkspaceByName>(
    "LogAnalyticsWorkspaceByName",
    useWorkspace,
    () => ({ name: "log-one", resourceGroupName: "rg" }),
    {
      name: () => ({ name: "log-other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
    },
  ),
  ...casesOf<ActionGroupProps>("ActionGroupProps", tellOf, () => GROUP, {
    name: () => ({ name: "other" }),
    resourceGroupName: () => ({ resourceGroupName: "other" }),
    shortName: () => ({ shortName: "other" }),
    emails: () => ({ emails: [{ ...EMAIL, name: "other" }] }),
    sms: () => ({ sms: [{ name: "duty", countryCode: "31", phoneNumber: "600000000" }] }),
    webhooks: ({ sensitive }) => ({ webhooks: [{ name: "chat", uri: sensitive.one }] }),
    tags: () => ({ tags: { owner: "net" } }),
  }),
  ...casesOf<EmailReceiver>(
    "EmailReceiver",
    (around, email) => tellOf(around, { emails: [email] }),
    () => EMAIL,
    {
      name: () => ({ name: "other" }),
      address: () => ({ address: "other@contoso.example" }),
    },
  ),
  ...casesOf<SmsReceiver>(
    "SmsReceiver",
    (around, sms) => tellOf(around, { sms: [sms] }),
    () => ({ name: "duty", countryCode: "31", phoneNumber: "600000000" }),
    {
      name: () => ({ name: "other" }),
      countryCode: () => ({ countryCode: "49" }),
      phoneNumber: () => ({ phoneNumber: "600000001" }),
    },
  ),
  ...casesOf<WebhookReceiver>(
    "WebhookReceiver",
    (around, webhook) => tellOf(around, { webhooks: [webhook] }),
    ({ sensitive }) => ({ name: "chat", uri: sensitive.one }),
    {
      name: () => ({ name: "other" }),
      uri: ({ sensitive }) => ({ uri: sensitive.other }),
    },
  ),
  ...casesOf<ActionGroupAttributes>(
    "ActionGroupAttributes",
    ({ subject, workspace, vpnGateway }, attributes) => {
      const { actionGroupId } = ActionGroup.fromAttributes(subject, "known", attributes);
      new DiagnosticSetting(subject, "setting", {
        name: actionGroupId,
        target: vpnGateway.one,
        workspace: workspace.one,
      });
    },
    ({ actionGroup }) => ({ actionGroupId: actionGroup.one.actionGroupId }),
    { actionGroupId: ({ actionGroup }) => ({ actionGroupId: actionGroup.other.actionGroupId }) },
  ),
  ...casesOf<WorkbookProps>(
    "WorkbookProps",
    ({ subject }, props) => new Workbook(subject, "workbook", props),
    ({ wan, workspace }) => ({ ...PLACE, displayName: "WAN", wan: wan.one, workspace: workspace.one }),
    {
      displayName: () => ({ displayName: "Other" }),
      resourceGroupName: () => ({ resourceGroupName: "other" }),
      location: () => ({ location: "northeurope" }),
      wan: ({ wan }) => ({ wan: wan.other }),
      workspace: ({ workspace }) => ({ workspace: workspace.other }),
      tags: () => ({ tags: { owner: "net" } }),
    },
  ),
  ...casesOf<DiagnosticSettingProps>(
    "DiagnosticSettingProps",
    ({ subject }, props) => new DiagnosticSetting(subject, "setting", props),
    ({ vpnGateway, workspace }) => ({ name: "all", target: vpnGateway.one, workspace: workspace.one }),
    {
      name: () => ({ name: "other" }),
      target: ({ circuit }) => ({ target: circuit.one }),
      workspace: ({ workspace }) => ({ workspace: workspace.other }),
      logs: () => ({ logs: ["TunnelDiagnosticLog"] }),
      metrics: () => ({ metrics: false }),
    },
  ),
];
