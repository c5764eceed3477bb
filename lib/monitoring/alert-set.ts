import type { Construct } from "constructs";
import { type Complaints, isLiteral } from "../terraform/complaints";
import { given } from "../terraform/given";
import { ownId } from "../terraform/names";
import type { Tags } from "../terraform/or-token";
import { checkHeard, type IActionGroup } from "./action-group";
import { MetricAlert, type MetricAlertProps } from "./metric-alert";

/** What all alerts on one thing have in common. */
export interface AlertSetOptions {
  /** What the name of every alert begins with. With the rest it is unique in the resource group. */
  readonly namePrefix: string;
  readonly resourceGroupName: string;
  /** Who hears of the alerts. */
  readonly actionGroups: readonly IActionGroup[];
  /** @default none */
  readonly tags?: Tags;
}

/** Where an alert begins; `false`: there is no such alert. */
export type Threshold = number | false;

/** What an alert of a set says for itself. */
export interface AlertOfSet
  extends Omit<MetricAlertProps, "name" | "resourceGroupName" | "actionGroups" | "tags" | "threshold"> {
  readonly threshold: Threshold;
}

/** Adds an alert to a set, unless there is to be none. */
export function addAlert(set: Construct, options: AlertSetOptions, key: string, alert: AlertOfSet): void {
  const { threshold, ...rest } = alert;
  if (threshold === false) {
    return;
  }
  new MetricAlert(set, ownId(set, key, key), {
    name: `${options.namePrefix}-${key}`,
    resourceGroupName: options.resourceGroupName,
    actionGroups: options.actionGroups,
    ...given({ tags: options.tags }),
    ...rest,
    threshold,
  });
}

export function checkSet(
  complaints: Complaints,
  { namePrefix, resourceGroupName, actionGroups }: AlertSetOptions,
): void {
  complaints.notEmpty("namePrefix", namePrefix);
  complaints.notEmpty("resourceGroupName", resourceGroupName);
  checkHeard(complaints, actionGroups);
}

/** A share of something, in percent. */
export function checkPercent(complaints: Complaints, property: string, value: Threshold | undefined): void {
  if (isLiteral(value) && value !== false && !(value > 0 && value <= 100)) {
    complaints.add(`${property}: ${value} is no percentage: more than 0, and 100 at most; false for no alert`);
  }
}

/** A number that can't be below zero. */
export function checkCount(complaints: Complaints, property: string, value: Threshold | undefined): void {
  if (isLiteral(value) && value !== false && !(value >= 0)) {
    complaints.add(`${property}: ${value} is not 0 or more; false for no alert`);
  }
}
