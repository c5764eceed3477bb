import type { LabPlan } from "../plan/lab-plan";
import { CORE, HUB, hostName, spokeName } from "../plan/names";

/** Packets one way: from a spoke to a host on premises, or back. */
export interface Flow {
  readonly direction: "to-onprem" | "to-azure";
  /** Where they begin: the Terraform address of the spoke's connection or of the site. */
  readonly place: string;
  /** `spoke app`, `site hq` */
  readonly from: string;
  readonly to: string;
  readonly fromNode: string;
  readonly toNode: string;
  /** The router beside where they end. */
  readonly lastRouter: string;
  readonly source: string;
  readonly target: string;
}

/** Every pair of a spoke's host and a host on premises, both ways. */
export function flowsOf({ spokes, hosts, devices }: LabPlan): Flow[] {
  const site = devices[0];
  return spokes.flatMap((spoke, at) =>
    hosts.flatMap((host, index): Flow[] => [
      {
        direction: "to-onprem",
        place: spoke.part.resource.address,
        from: spoke.name,
        to: host.prefix.text,
        fromNode: spokeName(at),
        toNode: hostName(index),
        lastRouter: CORE,
        source: spoke.address.text,
        target: host.address.text,
      },
      {
        direction: "to-azure",
        place: site?.siteAddress ?? "",
        from: `${host.prefix.text} of site ${site?.site}`,
        to: `${spoke.prefix.text} of ${spoke.name}`,
        fromNode: hostName(index),
        toNode: spokeName(at),
        lastRouter: HUB,
        source: host.address.text,
        target: spoke.address.text,
      },
    ]),
  );
}

/** A flow in a few words. */
export function flowText({ from, to }: Flow): string {
  return `${from} to ${to}`;
}
