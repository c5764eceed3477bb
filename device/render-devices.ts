import { readNetwork } from "../network/read/read-network";
import { both } from "../text/both";
import { InputError } from "../text/complaint";
import { readAzureFile } from "./azure/read-azure-file";
import { tellApart } from "./azure/tell-apart";
import { deviceSet } from "./configuration/device-set";
import { PLATFORMS } from "./platforms/platforms";
import type { Rendered } from "./platforms/rendered-file";
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

/**
 * Renders the configuration of VPN devices, and of the routers at their circuits.
 *
 * @param azure what "Download VPN Config" gives, or `terraform output -json` writes
 * @param others further such files, and inputs that describe the network
 * @throws InputError with everything that can't be read or rendered
 */
export function renderDevices(azure: string, others: readonly string[], choice: RenderChoice): Rendered {
  const { azure: paths, inputs } = tellApart(azure, others);
  const platform = PLATFORMS.find(({ name }) => name === choice.platform);
  if (platform === undefined) {
    throw new RangeError(`no platform ${choice.platform}`);
  }
  const nextHops = nextHopsIn(choice.nextHops ?? []);
  if (typeof nextHops === "string") {
    throw new InputError([{ path: "--next-hop", message: nextHops }]);
  }
  const { intent } = choice;
  const [files, network] = both(
    () => paths.map(readAzureFile),
    () => (inputs.length === 0 ? undefined : readNetwork(inputs, intent === undefined ? {} : { intent })),
  );
  const trees = plant(deviceSet(files, network, choice), nextHops, paths.join(", "));
  return platform.render(trees, { withSecrets: choice.withSecrets === true });
}
