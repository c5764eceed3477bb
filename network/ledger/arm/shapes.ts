import { EXPRESS_ROUTE_SHAPES } from "./express-route";
import type { ArmShape, ArmShapes } from "./shape";
import { SPOKE_SHAPES } from "./spokes";
import { VPN_SHAPES } from "./vpn";
import { WAN_AND_HUB_SHAPES } from "./wan-and-hub";

/** Types of ARM that are read in azurerm's names. ARM's names are those of API 2025-01-01. */
export const ARM_SHAPES: ArmShapes = {
  ...WAN_AND_HUB_SHAPES,
  ...VPN_SHAPES,
  ...EXPRESS_ROUTE_SHAPES,
  ...SPOKE_SHAPES,
};

const BY_AZURERM: ReadonlyMap<string, ArmShape> = new Map(
  Object.values(ARM_SHAPES).map((shape): [string, ArmShape] => [shape.type, shape]),
);

/** What is read of a type such as `Microsoft.Network/virtualHubs@2024-05-01`; undefined where nothing is. */
export function shapeOf(armType: string): ArmShape | undefined {
  const path = /^Microsoft\.Network\/([^@]+)/i.exec(armType)?.[1]?.toLowerCase();
  return path !== undefined && Object.hasOwn(ARM_SHAPES, path) ? ARM_SHAPES[path] : undefined;
}

/** What the type of azurerm's that makes the same is read from; undefined where that is no type of ARM that is read. */
export function shapeReadAs(azurermType: string): ArmShape | undefined {
  return BY_AZURERM.get(azurermType);
}
