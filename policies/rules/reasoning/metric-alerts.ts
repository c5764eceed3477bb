import type { Field, Unknown } from "../../../network/field";
import { type Block, blocksOf } from "../../../network/fields/block";
import { textField } from "../../../network/fields/typed-fields";
import type { Network, Part } from "../../../network/network";
import { managedBlocks } from "./resource-blocks";
import { type Target, targetsOfBlock } from "./targets";

/** A metric alert, with what it watches. */
export interface MetricAlert {
  readonly block: Block;
  readonly scopes: readonly Target[];
  readonly criteria: readonly Criterion[];
  /** Why there may be more criteria. */
  readonly unknowns: readonly Unknown[];
}

export interface Criterion {
  readonly block: Block;
  readonly namespace: Field<string>;
  readonly metric: Field<string>;
}

export function metricAlerts(network: Network): MetricAlert[] {
  return managedBlocks(network, "azurerm_monitor_metric_alert").map((block) => {
    const found = ["criteria", "dynamic_criteria"].map((name) => blocksOf(block, name));
    return {
      block,
      scopes: targetsOfBlock(network, block, "scopes"),
      criteria: found.flatMap(({ blocks }) => blocks.map(criterion)),
      unknowns: found.flatMap(({ unknown }) => (unknown === undefined ? [] : [unknown])),
    };
  });
}

function criterion(block: Block): Criterion {
  return { block, namespace: textField(block, "metric_namespace"), metric: textField(block, "metric_name") };
}

/** Whether a target is a resource; an unknown one may be. */
export function leadsTo(targets: readonly Target[], { resource }: Part): "yes" | "no" | readonly Unknown[] {
  if (targets.some((target) => target.state === "block" && target.block.resource === resource)) {
    return "yes";
  }
  const unknowns = targets.flatMap((target) => (target.state === "unknown" ? [target.unknown] : []));
  return unknowns.length > 0 ? unknowns : "no";
}
