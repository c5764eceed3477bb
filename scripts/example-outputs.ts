import { inventedOutputs } from "../device/azure/invented-outputs";
import { readNetwork } from "../network/read/read-network";

// Usage: example-outputs.ts FOLDER, of synthesized stacks.
process.stdout.write(`${JSON.stringify(inventedOutputs(readNetwork(process.argv.slice(2))), undefined, 2)}\n`);
