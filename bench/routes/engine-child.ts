import { manyHubs, oneHub, randomPrefixes } from "./configurations";
import { engineFigures } from "./engine.bench";

// A process of its own for each size: what one leaves in memory is not the next one's.
const [, , kind, size, runs] = process.argv;
const configuration = kind === "hubs" ? manyHubs(100, Number(size)) : oneHub(randomPrefixes(Number(size)));
process.stdout.write(JSON.stringify(engineFigures(configuration, Number(runs))));
