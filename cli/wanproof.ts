import { Command, CommanderError } from "commander";
import { plain } from "../text/plain";
import { addCheck } from "./check";
import { addDevice } from "./device";
import { EXIT } from "./exit-code";
import { addExplain } from "./explain";
import { failureText } from "./failure";
import { addIntent } from "./intent";
import { addLab } from "./lab";
import { addNetwork } from "./network";
import { addRoutes } from "./routes";
import { addSynth } from "./synth";
import { addTestFiles } from "./test-files";
import { withTwoDashes } from "./variable-flags";
import { addVerify } from "./verify";
import { addView } from "./view";

/** The command `wanproof`. Each of its commands loads what it needs when it runs. */
function wanproof(): Command {
  const { version }: { readonly version: string } = require("wanproof/package.json");
  const program = new Command("wanproof")
    .description("Azure Virtual WAN with IPsec tunnels over ExpressRoute: Terraform, and the gate that judges it.")
    .version(version)
    // What is wrong with the usage is said below, in one line and with this package's own exit code.
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  addCheck(program);
  addNetwork(program);
  addRoutes(program);
  addView(program);
  addDevice(program);
  addVerify(program);
  addLab(program);
  addIntent(program);
  addSynth(program);
  addTestFiles(program);
  addExplain(program);
  return program;
}

/**
 * Runs the command: what it prints goes to the streams of the process, and its verdict into the exit code.
 *
 * @param args what is written after `wanproof`
 */
export async function runWanproof(args: readonly string[]): Promise<void> {
  const program = wanproof();
  try {
    await program.parseAsync(withTwoDashes(args), { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      explainUsage(program, args, error);
    } else {
      process.exitCode = EXIT.cannotRun;
      process.stderr.write(failureText(error));
    }
  }
}

/** Commander ends by throwing: after help and version too, which are no errors. */
function explainUsage(program: Command, [first]: readonly string[], { exitCode, code, message }: CommanderError): void {
  if (exitCode === 0) {
    return;
  }
  const wrong = code === "commander.help" ? "no command is given" : message.replace(/^error: |\.$/g, "");
  const command = program.commands.find((one) => one.name() === first);
  const names = program.commands.map((one) => one.name()).join("|");
  const [name, usage] = command ? [`wanproof ${command.name()}`, command.usage()] : ["wanproof", `<${names}>`];
  process.exitCode = EXIT.cannotRun;
  process.stderr.write(`wanproof: ${plain(wrong.replace("\n", " "))}. Usage: ${name} ${usage}, see ${name} --help\n`);
}
