import { failureText } from "./cli/failure";
import { addNetworkStacks, NetworkApp, RefusedSynthesis, readNetworkFile } from "./stacks";

// What cdktf-cli runs. Another network: WANPROOF_NETWORK=path/to/network.yaml npx cdktf-cli synth
try {
  const file = readNetworkFile(process.env.WANPROOF_NETWORK ?? "examples/encrypted/network.yaml");
  const app = new NetworkApp();
  addNetworkStacks(app, file);
  app.synth();
} catch (failure) {
  process.exitCode = 1;
  process.stderr.write(failure instanceof RefusedSynthesis ? `${failure.message}\n` : failureText(failure));
}
