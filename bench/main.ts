import { benchOverlap } from "./address/overlap.bench";
import { benchCheck } from "./check.bench";
import { benchModuleCheck } from "./module-check.bench";
import { benchPlanCheck } from "./plan-check.bench";
import { benchRoutes } from "./routes/routes.bench";
import { printTable, type Row } from "./row";
import { benchSavedCheck } from "./saved-check.bench";
import { benchStart } from "./start.bench";
import { benchSynthesis } from "./synthesis.bench";
import { benchValidate } from "./validate.bench";
import { benchView } from "./view.bench";

/** Sweep, parse and longest match, with the aim that the sweep has. */
function overlapRows(): Row[] {
  return benchOverlap().map(({ name, size, cpuMs }) => ({
    what: name,
    size: `${size} prefixes`,
    ours: cpuMs,
    aim: name === "overlap sweep" && size === 100_000 ? "under 100 ms" : "",
  }));
}

benchView().then((view) =>
  printTable([
    ...benchSynthesis(),
    ...benchCheck(),
    ...benchPlanCheck(),
    ...benchModuleCheck(),
    ...benchSavedCheck(),
    ...benchValidate(),
    ...benchRoutes(),
    ...overlapRows(),
    ...benchStart(),
    ...view,
  ]),
);
