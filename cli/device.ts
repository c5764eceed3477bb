import { type Command, Option } from "commander";
import type * as Run from "./run/device";

// As device/platforms/platforms.ts has them: help should not wait for it.
const PLATFORMS: readonly string[] = ["strongswan-frr"];

/** `wanproof device`: the configuration of the devices on premises. */
export function addDevice(program: Command): void {
  program
    .command("device")
    .summary("write the configuration of the VPN devices on premises")
    .description(
      "Reads where Azure's tunnels end, and the network, and writes the configuration of each VPN device and of the " +
        "routers in front of ExpressRoute.",
    )
    .argument("<azure-file>", 'file of "Download VPN Config", or what terraform output -json writes')
    .argument("[input...]", "what describes the network, as wanproof check takes it; further outputs of terraform")
    .addOption(new Option("--platform <name>", "kind of device").choices(PLATFORMS).makeOptionMandatory())
    .addOption(new Option("--site <name>", "only this site: its name in Azure, or its Terraform address"))
    .addOption(
      new Option(
        "--next-hop <address>",
        "router through which devices reach ExpressRoute, or LINK=ADDRESS for one link; may be given several times",
      ).argParser((value: string, earlier: readonly string[] = []) => [...earlier, value]),
    )
    .addOption(new Option("--intent <file>", "what on-premises routers do, where the inputs don't state it"))
    .addOption(new Option("--with-secrets", "write the keys too, into files that only their owner can read"))
    .addOption(new Option("-o, --output <folder>", "folder to write; without it the files go to stdout"))
    .addHelpText("after", "\nExit codes: 0 written, 2 can't run.")
    .action((azure: string, inputs: readonly string[], flags: Run.DeviceFlags) =>
      theRun().device(azure, inputs, flags),
    );
}

// Loaded when it is needed: help and version should not wait for it.
const theRun = (): typeof Run => require("./run/device");
