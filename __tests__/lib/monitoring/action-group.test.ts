import { TerraformVariable } from "cdktf";
import { ActionGroup } from "../../../lib/monitoring/action-group";
import { complaintsOf, emptyStack, reference, resourceOf, terraformOf } from "../terraform";

const GROUP = { name: "ag-net", resourceGroupName: "rg", shortName: "net" };

test("an action group tells mailboxes, telephones and systems, in one form for all alerts", () => {
  const stack = emptyStack();
  const uri = new TerraformVariable(stack, "chat_uri", { type: "string", sensitive: true });
  new ActionGroup(stack, "action-group", {
    ...GROUP,
    emails: [{ name: "noc", address: "noc@contoso.example" }],
    sms: [{ name: "duty", countryCode: "31", phoneNumber: "600000000" }],
    webhooks: [{ name: "chat", uri }],
  });
  expect(resourceOf(stack, "azurerm_monitor_action_group")).toEqual({
    name: "ag-net",
    resource_group_name: "rg",
    short_name: "net",
    email_receiver: [{ name: "noc", email_address: "noc@contoso.example", use_common_alert_schema: true }],
    sms_receiver: [{ name: "duty", country_code: "31", phone_number: "600000000" }],
    webhook_receiver: [{ name: "chat", service_uri: reference("var.chat_uri"), use_common_alert_schema: true }],
  });
});

test("an action group that exists is known by its id alone", () => {
  const stack = emptyStack();
  const actionGroupId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/ag";
  expect(ActionGroup.fromAttributes(stack, "ag", { actionGroupId }).actionGroupId).toBe(actionGroupId);
  expect(terraformOf(stack).resource).toBeUndefined();
  expect(complaintsOf(() => ActionGroup.fromAttributes(stack, "wrong", { actionGroupId: "ag" }))).toEqual([
    'actionGroupId: "ag" is not an id such as /subscriptions/.../resourceGroups/.../providers/Microsoft.Insights/actionGroups/...',
  ]);
});

test("a group that tells nobody is refused, as alerts would be heard by nobody", () => {
  expect(complaintsOf(() => new ActionGroup(emptyStack(), "ag", GROUP))).toEqual([
    "emails, sms, webhooks: name one receiver at least, or nobody hears of an alert",
  ]);
});

test("all that is wrong with a group is said at once, and no secret is shown", () => {
  const make = () =>
    new ActionGroup(emptyStack(), "ag", {
      name: "",
      resourceGroupName: " ",
      shortName: "network-team-of-ours",
      emails: [
        { name: "noc", address: "noc" },
        { name: "duty", address: "duty@contoso.example" },
      ],
      sms: [{ name: "duty", countryCode: "+31", phoneNumber: "6 0000" }],
      webhooks: [{ name: "chat", uri: "https://chat.example/token" }],
    });
  expect(complaintsOf(make)).toEqual([
    "name: it is empty",
    "resourceGroupName: it is empty",
    'shortName: "network-team-of-ours" is not 1 to 12 characters long',
    'emails[0].address: "noc" is no mail address',
    'sms[0].countryCode: "+31" is not digits alone',
    'sms[0].phoneNumber: "6 0000" is not digits alone',
    "emails, sms, webhooks: two receivers are called duty; their names must be unique",
    "webhooks[0].uri: a secret in code ends up in Git and in plans; pass a sensitive Terraform variable instead",
  ]);
});
