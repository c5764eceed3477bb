import { readNetwork } from "../network/read/read-network";
import { appliedOutputs } from "./applied-outputs";

// Usage: example-outputs.ts FOLDER, of synthesized stacks.
process.stdout.write(`${JSON.stringify(appliedOutputs(readNetwork(process.argv.slice(2))), undefined, 2)}\n`);
