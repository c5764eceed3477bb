import { phrase } from "../../network/facts/called/phrase";
import type { Judgement } from "../../policies/rules/rule";
import { type Matched, matchedLinks } from "./matching";
import { differs, type ObservedJudge, toldBy, untold } from "./observed-rule";
import { unfoundPlans } from "./unmatched";

/** Whether the connections of links over ExpressRoute are there and up. */
export const judgeConnected: ObservedJudge = function* ({ network, observed }) {
  yield* unfoundPlans(network);
  const hasDownload = observed.some(({ kind }) => kind === "download");
  for (const one of matchedLinks(network, observed)) {
    const { planned, place, downloads, connections, isNamed } = one;
    const isMissing = hasDownload && isNamed && downloads.length === 0 && connections.length === 0;
    yield* keysOf(one);
    yield* statusOf(one);
    if (isMissing) {
      yield differs(place, {
        message: phrase`${planned.connected} is in no file of Azure's: site ${planned.site}, link ${planned.link} is not connected to the hub`,
        remedy: "Apply the plan; or hand over the file of the hub that it is connected to.",
      });
    } else if (!connections.some(({ connection, link }) => (link?.status ?? connection.status) !== undefined)) {
      yield untold(place, [toldBy("az network vpn-gateway connection show")], {
        message: phrase`no file tells whether ${planned.connected} is connected`,
        remedy: "Hand over what az network vpn-gateway connection show prints, with --azure.",
      });
    }
  }
};

function* keysOf({ planned, place, downloads }: Matched): Iterable<Judgement> {
  for (const { at: seen, path } of downloads) {
    if (seen.key === undefined) {
      yield differs(place, {
        message: phrase`${planned.connected} has no pre-shared key in Azure's file`,
        remedy: "Set the key of the connection, or download the file again once Azure has made one.",
        evidence: { file: path },
      });
    }
  }
}

function* statusOf({ planned, place, connections }: Matched): Iterable<Judgement> {
  for (const { connection, link } of connections) {
    if (link === undefined && connection.links.length > 0) {
      yield differs(place, {
        message: phrase`the connection in Azure has no link ${planned.link} of site ${planned.site}`,
        remedy: "Apply the plan; a link that was renamed in Azure is a new one to the site.",
        evidence: { file: connection.path },
      });
    }
    const status = link?.status ?? connection.status;
    if (status !== undefined && status.toLowerCase() !== "connected") {
      yield differs(place, {
        message: phrase`${planned.connected} is ${status}, not Connected`,
        remedy: "Look at the device: address, key, algorithms, and whether it reaches the gateway's private addresses.",
        evidence: { observed: status, file: connection.path },
      });
    }
  }
}
