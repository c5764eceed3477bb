/** Networks from a `network.yaml`: its reader, the Terraform stacks it becomes, and the gate at synthesis. */

import "../lib/terraform/peers-at-hand";

export { type AzurermBackendProps, AzureStack, type AzureStackProps, DEFAULT_PROVIDER_VERSION } from "./azure-stack";
export { NetworkApp, type NetworkAppProps, RefusedSynthesis } from "./gate";
export { type NetworkFile, parseNetworkFile, readNetworkFile } from "./network-file/read";
export { addNetworkStacks, type NetworkStacks } from "./network-stacks";
export { type NetworkDescription, networkSchema } from "./schema/network";
