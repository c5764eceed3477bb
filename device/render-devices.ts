import type { Network } from "../network/network";
import { readNetwork } from "../network/read/read-network";
import { both } from "../text/both";
import { InputError } from "../text/complaint";
import { type AzureFile, readAzureFile } from "./azure/read-azure-file";
import { tellApart } from "./azure/tell-apart";
import type { DeviceSet } from "./configuration/device-configuration";
import { deviceSet } from "./configuration/device-set";
import { PLATFORMS } from "./platforms/platforms";
import type { Rendered } from "./platforms/rendered-file";
import type { Trees } from "./tree/device-tree";
import { nextHopsIn } from "./tree/next-hops";
import { plant } from "./tree/plant";

/** How to render. */
export interface RenderChoice {
  /** The name of a platform. */
  readonly platform: string;
  /** Only this site: its name in Azure, or its Terraform address. */
  readonly site?: string | undefined;
  /** The routers towards ExpressRoute: `172.16.0.1`, or `over-ams=172.16.0.1` for one link. */
  readonly nextHops?: readonly string[] | undefined;
  /** A file that states intent, for what the inputs don't. */
  readonly intent?: string | undefined;
  /** Whether the files of keys hold them; default false. */
  readonly withSecrets?: boolean | undefined;
}

/** Devices as they are to be rendered: what was read, the same as trees, and the files. */
export interface Planned {
  readonly network: Network | undefined;
  readonly set: DeviceSet;
  /** A tree for each device and router of the set, in its order. */
  readonly trees: Trees;
  readonly rendered: Rendered;
}

/**
 * Renders the configuration of VPN devices, and of the routers at their circuits.
 *
 * @param azure what "Download VPN Config" gives, or `terraform output -json` writes
 * @param others further such files, and inputs that describe the network
 * @throws InputError with everything that can't be read or rendered
 */
export function renderDevices(azure: string, others: readonly string[], choice: RenderChoice): Rendered {
  const { azure: paths, inputs } = tellApart(azure, others);
  const { intent } = choice;
  const [files, network] = both(
    () => paths.map(readAzureFile),
    () => (inputs.length === 0 ? undefined : readNetwork(inputs, intent === undefined ? {} : { intent })),
  );
  return planDevices(files, network, choice).rendered;
}

/**
 * The same of files and a network that are read already, with the trees that the files are printed from.
 * @throws InputError with everything that can't be rendered
 */
export function planDevices(files: readonly AzureFile[], network: Network | undefined, choice: RenderChoice): Planned {
  const platform = PLATFORMS.find(({ name }) => name === choice.platform);
  if (platform === undefined) {
    throw new RangeError(`no platform ${choice.platform}`);
  }
  const nextHops = nextHopsIn(choice.nextHops ?? []);
  if (typeof nextHops === "string") {
    throw new InputError([{ path: "--next-hop", message: nextHops }]);
  }
  const set = deviceSet(files, network, choice);
  const trees = plant(set, nextHops, files.map(({ path }) => path).join(", "));
  return { network, set, trees, rendered: platform.render(trees, { withSecrets: choice.withSecrets === true }) };
}
