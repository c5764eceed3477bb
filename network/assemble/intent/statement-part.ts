import type { IntentStatement, Preference } from "../../intent";
import type { StatedPrefixes } from "../../intent/schema";
import { UnknownAttribute } from "../../resource";
import { fieldOf, type IntentPath, isStated, prefixItems, reason, type Stated } from "./stated-fields";
import type { Statement } from "./statement";

/** A statement as a part of the network, but for what it says is advertised. */
export function statementPart(statement: Statement, scope: IntentStatement["scope"]): IntentStatement {
  const { stated, resource, name } = statement;
  const { onTunnelLoss } = stated;
  return {
    resource,
    scope,
    protected: listOf(stated.protected, ["protected"], name),
    prefersTunnelFor: preferenceOf(statement),
    filtersExpressRoute: filterOf(statement),
    onTunnelLoss: isStated(onTunnelLoss) ? fieldOf(onTunnelLoss, ["onTunnelLoss"], name) : undefined,
  };
}

function preferenceOf({ stated: { onPremises }, name }: Statement): Preference | undefined {
  if (onPremises instanceof UnknownAttribute) {
    return { kind: "unknown", unknown: reason(onPremises, ["onPremises"], name) };
  }
  const preference = onPremises?.prefersTunnelFor;
  const path = ["onPremises", "prefersTunnelFor"];
  if (preference instanceof UnknownAttribute) {
    return { kind: "unknown", unknown: reason(preference, path, name) };
  }
  if (preference === "all") {
    return { kind: "all" };
  }
  const prefixes = listOf(preference, path, name);
  return prefixes === undefined ? undefined : { kind: "prefixes", prefixes };
}

function filterOf({ stated: { onPremises }, name }: Statement): IntentStatement["filtersExpressRoute"] {
  return onPremises instanceof UnknownAttribute
    ? prefixItems(onPremises, ["onPremises"], name)
    : listOf(onPremises?.filtersExpressRoute, ["onPremises", "filtersExpressRoute"], name);
}

function listOf(stated: Stated<StatedPrefixes>, path: IntentPath, name: string): IntentStatement["protected"] {
  return isStated(stated) ? prefixItems(stated, path, name) : undefined;
}
