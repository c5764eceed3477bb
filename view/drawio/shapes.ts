import type { Kind } from "../graph/estate";

/** The shape of Azure's own set in draw.io for each kind; undefined where that has none. */
export function shapeOf(kind: Kind): string | undefined {
  const name = SHAPES[kind];
  return name === undefined ? undefined : `img/lib/azure2/networking/${name}.svg`;
}

const SHAPES: { readonly [kind in Kind]: string | undefined } = {
  wan: "Virtual_WANs",
  hub: "Virtual_WAN_Hub",
  router: "Virtual_Router",
  "vpn-gateway": "Virtual_Network_Gateways",
  "expressroute-gateway": "Virtual_Network_Gateways",
  "user-gateway": "Virtual_Network_Gateways",
  firewall: "Firewalls",
  circuit: "ExpressRoute_Circuits",
  internet: undefined,
  site: "Local_Network_Gateways",
  spoke: "Virtual_Networks",
  unseen: undefined,
};
