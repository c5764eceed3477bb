import { addressText } from "../../address/prefix";
import { namesIn } from "../../network/facts/called/names";
import { told } from "../../network/facts/called/teller";
import { hubGroups } from "../../routes/hub-groups";
import type { Opening, Route } from "../../routes/source";
import { routesOf } from "../../routes/wan-routes";
import { type Changes, changed } from "../policies/rules/judging";
import { SOUND } from "../policies/rules/sound";
import { networkOf } from "../support/network";

/** What the hubs of the sound network with some changes learn: each route, and what may be there beside them. */
export function learnedIn(changes: Changes) {
  const network = networkOf(changed(SOUND, changes));
  const learned = hubGroups(network).map((group) => routesOf(network, group));
  const what = (opening: Opening) => told(namesIn(network), opening.what).replace(/ \([^)]*\)/g, "");
  return {
    routes: learned.flatMap(({ routes }) => routes.map(routeText)),
    openings: learned.flatMap(({ openings }) =>
      openings.map((one) => {
        const { carriage, part, path, unknowns } = one;
        return `${part.resource.address} ${path}: ${carriage}, ${what(one)}: ${decided(unknowns)}`;
      }),
    ),
  };
}

/** What is another than in the sound network. */
export function learnedBeside(changes: Changes) {
  const sound = learnedIn({});
  const { routes, openings } = learnedIn(changes);
  return {
    routes: routes.filter((one) => !sound.routes.includes(one)),
    gone: sound.routes.filter((one) => !routes.includes(one)),
    openings,
  };
}

/** `10.31.0.0/16 clear azurerm_express_route_connection.stockholm`, with what isn't as it mostly is. */
function routeText({ first, length, source }: Route): string {
  const { kind, hub, carriage, via, asPathLength, weight, asPathUnknowns, carriageUnknowns, nextHop } = source;
  return [
    `${hub.resource.address} ${addressText(4, BigInt(first))}/${length} ${kind} ${carriage} ${via}`,
    ...(asPathLength === undefined ? [] : [`AS path ${asPathLength}`]),
    ...(weight === undefined ? [] : [`weight ${weight}`]),
    ...(nextHop === undefined ? [] : [`to ${nextHop.resource.address}`]),
    ...(asPathUnknowns.length === 0 ? [] : [`AS path by ${decided(asPathUnknowns)}`]),
    ...(carriageUnknowns.length === 0 ? [] : [`carried by ${decided(carriageUnknowns)}`]),
  ].join(", ");
}

function decided(unknowns: readonly { readonly decidedBy: readonly string[] }[]): string {
  return unknowns.flatMap(({ decidedBy }) => decidedBy).join(" ");
}
