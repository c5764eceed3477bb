import { MonitorActionGroup } from "@cdktf/provider-azurerm/lib/monitor-action-group";
import { Construct, type IConstruct } from "constructs";
import { checkResourceId } from "../terraform/arm-id";
import { Complaints, isLiteral } from "../terraform/complaints";
import { given } from "../terraform/given";
import { named, withoutKind } from "../terraform/names";
import { once } from "../terraform/once";
import type { Tags } from "../terraform/or-token";
import { checkSecret, type Secret, secretText } from "../terraform/secret";

/** An action group, which tells people and systems of an alert: made here, or there already. */
export interface IActionGroup extends IConstruct {
  /** Resource id of the action group. */
  readonly actionGroupId: string;
}

/** Somebody who gets a mail. */
export interface EmailReceiver {
  /** Name of the receiver, unique in the group. */
  readonly name: string;
  readonly address: string;
}

/** Somebody who gets a text message. */
export interface SmsReceiver {
  /** Name of the receiver, unique in the group. */
  readonly name: string;
  /** Country code without `+` or zeros: `31`. */
  readonly countryCode: string;
  readonly phoneNumber: string;
}

/** A system that is called. */
export interface WebhookReceiver {
  /** Name of the receiver, unique in the group. */
  readonly name: string;
  /** Its address, which often holds a secret: a sensitive Terraform variable. */
  readonly uri: Secret;
}

export interface ActionGroupProps {
  /** Name of the action group. It can't be changed later without replacing it. */
  readonly name: string;
  readonly resourceGroupName: string;
  /** What text messages and mails begin with: 1 to 12 characters. */
  readonly shortName: string;
  /** @default none; one receiver at least is needed, of whatever kind */
  readonly emails?: readonly EmailReceiver[];
  /** @default none */
  readonly sms?: readonly SmsReceiver[];
  /** @default none */
  readonly webhooks?: readonly WebhookReceiver[];
  /** @default none */
  readonly tags?: Tags;
}

/** An action group that exists already, by id. */
export interface ActionGroupAttributes {
  readonly actionGroupId: string;
}

/** Who hears of alerts. One without receivers would make alerts that nobody hears of, so it is an error. */
export class ActionGroup extends Construct implements IActionGroup {
  /**
   * An action group that exists already.
   * @throws InvalidConstructError with everything that is wrong with the attributes
   */
  static fromAttributes(scope: Construct, id: string, attributes: ActionGroupAttributes): IActionGroup {
    return new KnownActionGroup(scope, id, attributes);
  }

  /** The Terraform resource. */
  readonly resource: MonitorActionGroup;
  private readonly id = once(() => this.resource.id);

  /** @throws InvalidConstructError with everything that is wrong with the properties */
  constructor(scope: Construct, id: string, props: ActionGroupProps) {
    super(scope, id);
    withoutKind(this, "action-group");
    const { name, resourceGroupName, shortName, emails = [], sms = [], webhooks = [], tags } = props;
    this.check(props);
    this.resource = new MonitorActionGroup(this, "Default", {
      name,
      resourceGroupName,
      shortName,
      emailReceiver: emails.map((email) => ({
        name: email.name,
        emailAddress: email.address,
        useCommonAlertSchema: true,
      })),
      smsReceiver: sms.map(({ countryCode, phoneNumber, ...one }) => ({ name: one.name, countryCode, phoneNumber })),
      webhookReceiver: webhooks.map((webhook) => ({
        name: webhook.name,
        serviceUri: secretText(webhook.uri),
        useCommonAlertSchema: true,
      })),
      ...given({ tags }),
    });
    named(this.resource);
  }

  get actionGroupId(): string {
    return this.id();
  }

  private check({ name, resourceGroupName, shortName, ...receivers }: ActionGroupProps): void {
    const complaints = new Complaints();
    complaints.notEmpty("name", name);
    complaints.notEmpty("resourceGroupName", resourceGroupName);
    if (isLiteral(shortName) && !(shortName.length >= 1 && shortName.length <= 12)) {
      complaints.add(`shortName: ${JSON.stringify(shortName)} is not 1 to 12 characters long`);
    }
    checkReceivers(complaints, receivers);
    for (const [index, { uri }] of (receivers.webhooks ?? []).entries()) {
      checkSecret(complaints, this, `webhooks[${index}].uri`, uri);
    }
    complaints.throwFor(this.node.path);
  }
}

type Receivers = Pick<ActionGroupProps, "emails" | "sms" | "webhooks">;

function checkReceivers(complaints: Complaints, { emails = [], sms = [], webhooks = [] }: Receivers): void {
  if (emails.length + sms.length + webhooks.length === 0) {
    complaints.add("emails, sms, webhooks: name one receiver at least, or nobody hears of an alert");
  }
  for (const [index, { address }] of emails.entries()) {
    if (isLiteral(address) && !/^[^\s@]+@[^\s@]+$/.test(address)) {
      complaints.add(`emails[${index}].address: ${JSON.stringify(address)} is no mail address`);
    }
  }
  for (const [index, { countryCode, phoneNumber }] of sms.entries()) {
    digits(complaints, `sms[${index}].countryCode`, countryCode);
    digits(complaints, `sms[${index}].phoneNumber`, phoneNumber);
  }
  const names = [...emails, ...sms, ...webhooks].map((receiver) => receiver.name).filter(isLiteral);
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index))) {
    complaints.add(`emails, sms, webhooks: two receivers are called ${name}; their names must be unique`);
  }
}

function digits(complaints: Complaints, property: string, value: string): void {
  if (isLiteral(value) && !/^\d+$/.test(value)) {
    complaints.add(`${property}: ${JSON.stringify(value)} is not digits alone`);
  }
}

/** An action group of which only the id is known. */
class KnownActionGroup extends Construct implements IActionGroup {
  readonly actionGroupId: string;

  constructor(scope: Construct, id: string, { actionGroupId }: ActionGroupAttributes) {
    super(scope, id);
    const complaints = new Complaints();
    checkResourceId(complaints, "actionGroupId", actionGroupId, "actionGroups", "Microsoft.Insights");
    complaints.throwFor(this.node.path);
    this.actionGroupId = actionGroupId;
  }
}

/** Complains where nobody would hear of an alert. */
export function checkHeard(complaints: Complaints, actionGroups: readonly IActionGroup[]): void {
  if (actionGroups.length === 0) {
    complaints.add("actionGroups: name one at least, or nobody hears of the alert");
  }
}
