import { failureText } from "./cli/failure";
import { addNetworkStacks, NetworkApp, readNetworkFile } from "./stacks";

// What cdktf-cli runs. Another network: WANPROOF_NETWORK=path/to/network.yaml npx cdktf-cli synth
try {
  const app = new NetworkApp();
  addNetworkStacks(app, readNetworkFile(process.env.WANPROOF_NETWORK ?? "examples/encrypted/network.yaml"));
  app.synth();
} catch (failure) {
  process.exitCode = 1;
  process.stderr.write(failureText(failure));
}
