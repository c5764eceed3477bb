import { manyHubs, oneHub, randomPrefixes } from "./configurations";
import { engineFigures } from "./engine.bench";
import { richHubs } from "./rich-hubs";

// A process of its own for each size: what one leaves in memory is not the next one's.
const [, , kind, size, runs] = process.argv;
const CONFIGURATIONS: Readonly<Record<string, (size: number) => object>> = {
  hub: (prefixes) => oneHub(randomPrefixes(prefixes)),
  hubs: (sites) => manyHubs(100, sites),
  plain: (sites) => manyHubs(10, sites),
  rich: (sites) => richHubs(10, sites),
};
const configuration = CONFIGURATIONS[kind ?? ""]?.(Number(size)) ?? {};
process.stdout.write(JSON.stringify(engineFigures(configuration, Number(runs))));
