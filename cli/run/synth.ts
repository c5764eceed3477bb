import { addNetworkStacks, NetworkApp, RefusedSynthesis, readNetworkFile } from "../../stacks";
import { EXIT } from "../exit-code";
import { showsColour } from "../terminal";
import { networkText, refusalText, verdictText } from "./synth-told";

/** What `wanproof synth` is asked for. */
export interface SynthFlags {
  readonly output: string;
  readonly gate: boolean;
}

/** Makes Terraform of a network file, unless the gate refuses it. */
export function synth(file: string, { output, gate }: SynthFlags): void {
  const network = readNetworkFile(file);
  const app = new NetworkApp({ outdir: output, gate, onReport: () => undefined });
  addNetworkStacks(app, network);
  const colour = showsColour(process.stdout);
  try {
    app.synth();
  } catch (failure) {
    if (!(failure instanceof RefusedSynthesis)) {
      throw failure;
    }
    process.exitCode = EXIT.violations;
    process.stdout.write(refusalText(failure.report, { colour }));
    return;
  }
  process.stdout.write(networkText(network.network) + verdictText(app.report, output, { colour }));
}
