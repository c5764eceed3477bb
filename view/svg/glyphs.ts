import type { Kind } from "../graph/estate";
import type { State } from "../state/state";

/** A sign of 16 by 16 pixels for each kind of place, drawn with a line. */
export const GLYPHS: { readonly [kind in Kind]: string } = {
  wan: "M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM2 8h12M8 2c-4 4-4 8 0 12c4-4 4-8 0-12z",
  hub: "M8 6a2 2 0 1 0 0 4a2 2 0 0 0 0-4zM8 6V2M8 10v4M6 8H2M10 8h4",
  router: "M8 3a5 5 0 1 0 0 10a5 5 0 0 0 0-10zM5 8h6M9.5 6.2L11.3 8L9.5 9.8M6.5 6.2L4.7 8l1.8 1.8",
  "vpn-gateway": "M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2M8 9.5v1.5",
  "expressroute-gateway": "M2 5h9M8.5 2.5L11 5L8.5 7.5M14 11H5M7.5 8.5L5 11l2.5 2.5",
  "user-gateway": "M8 3a2.3 2.3 0 1 0 0 4.6a2.3 2.3 0 0 0 0-4.6zM3.5 13c0-5 9-5 9 0z",
  firewall: "M2 3h12v10H2zM2 6.3h12M2 9.7h12M6 3v3.3M10 3v3.3M4 6.3v3.4M8 6.3v3.4M12 6.3v3.4M6 9.7V13M10 9.7V13",
  circuit: "M4 4.5c-2 0-2 7 0 7h8c2 0 2-7 0-7zM12 4.5c-2 0-2 7 0 7",
  internet: "M4.5 12a2.8 2.8 0 0 1 0-5.5A3.6 3.6 0 0 1 11.5 6a3 3 0 0 1 0 6z",
  site: "M3 14V4.5L8 2l5 2.5V14zM6.5 14v-3h3v3M6 6.5h.1M10 6.5h.1M6 8.7h.1M10 8.7h.1",
  spoke: "M5 4L1.8 8L5 12M11 4l3.2 4L11 12M6 8h.1M8 8h.1M10 8h.1",
  unseen: "M5.5 6a2.5 2.5 0 1 1 3.6 2.2C8.3 8.6 8 9 8 10M8 12.5v.1",
};

/** A sign of 12 by 12 pixels for each state, so that colour never tells it alone. */
export const STATE_SIGNS: { readonly [state in State]: string } = {
  encrypted: "M2.5 5.5h7v5h-7zM4 5.5V4a2 2 0 0 1 4 0v1.5",
  clear: "M6 1.5L11 10.5H1zM6 4.8v2.7M6 9v.1",
  undecided: "M4 4.3a2 2 0 1 1 2.9 1.8C6.2 6.4 6 6.8 6 7.5M6 9.6v.1",
  unprotected: "M6 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7z",
  idle: "M2.5 6h7",
};

/** The ids under which a page has each sign once. */
export const glyphId = (kind: Kind) => `kind-${kind}`;
export const signId = (state: State) => `state-${state}`;
