// What the nodes of a lab are called. Names of interfaces have 15 characters at most.

/** The router that stands for the network on premises. */
export const CORE = "core";
/** The router of the hub. */
export const HUB = "hub";
export const deviceName = (index: number): string => `device${index + 1}`;
export const edgeName = (index: number): string => `edge${index + 1}`;
export const microsoftName = (index: number): string => `microsoft${index + 1}`;
export const gatewayName = (index: number): string => `gateway${index}`;
export const spokeName = (index: number): string => `spoke${index + 1}`;
export const hostName = (index: number): string => `host${index + 1}`;
/** The interfaces of a circuit's two sessions at the customer's end, and what the names of Microsoft's end are. */
export const sessionInterface = (index: number): string => (index === 0 ? "primary" : "secondary");
