import { type Command, Option } from "commander";
import type * as Run from "./run/intent";

/** `wanproof intent`: intent files, begun and filled in. */
export function addIntent(program: Command): void {
  const intent = program
    .command("intent")
    .summary("begin an intent file, or fill one in from what Azure hears")
    .description("Writes intent: what on-premises routers do, which is in no Azure resource.");
  intent
    .command("init")
    .summary("write a skeleton with every address that intent can speak of")
    .argument("<input...>", INPUTS)
    .addOption(new Option("-o, --output <file>", "file to write; without it the skeleton goes to stdout"))
    .addHelpText("after", EXIT_CODES)
    .action((inputs: readonly string[], flags: Run.InitFlags) => theRun().init(inputs, flags));
  intent
    .command("observe")
    .summary("turn what Azure hears into intent")
    .argument("<input...>", INPUTS)
    .addOption(
      new Option(
        "--azure <file...>",
        "routes, as az network express-route list-route-tables and vhub get-effective-routes print them; NAME=FILE says of " +
          "which circuit or hub they are, inbound:CONNECTION=FILE what a connection hears",
      ).makeOptionMandatory(),
    )
    .addOption(new Option("-o, --output <file>", "file to write, or to merge into; without it intent goes to stdout"))
    .addHelpText("after", EXIT_CODES)
    .action((inputs: readonly string[], flags: Run.ObserveFlags) => theRun().observe(inputs, flags));
}

const INPUTS = "what wanproof check takes: plan, folder of stacks, *.tf.json file, saved network, or -";
const EXIT_CODES = "\nExit codes: 0 written, 2 can't run.";

// Loaded when it is needed: help and version should not wait for it.
const theRun = (): typeof Run => require("./run/intent");
