import { parseAddress } from "../../../address/address";
import type { Problem } from "../../../text/problem";
import { idKey } from "../../arm-id";
import type { Sources } from "../../fields/sources";
import type { Appliances, ForwardingAppliance } from "../../intent";
import { UnknownAttribute } from "../../resource";
import { reason } from "./stated-fields";
import type { Statement } from "./statement";

/** What all statements together say of appliances. */
export function appliancesOf(statements: readonly Statement[]): Appliances {
  const forwarding: ForwardingAppliance[] = [];
  const unknowns = statements.flatMap(({ stated: { appliances }, name, input }) => {
    if (appliances instanceof UnknownAttribute) {
      return [reason(appliances, ["appliances"], name)];
    }
    return Object.entries(appliances ?? {}).flatMap(([written, does]) => {
      if (does instanceof UnknownAttribute) {
        return [reason(does, ["appliances", written], name)];
      }
      if (does !== null && does !== undefined) {
        forwarding.push({ name: keyOf(written), input });
      }
      return [];
    });
  });
  return { forwarding, unknowns };
}

/** Appliances that go by neither an IP address nor the Terraform address of anything. */
export function wrongAppliances({ stated }: Statement, { sources }: { readonly sources: Sources }): Problem[] {
  const { appliances } = stated;
  const names = appliances instanceof UnknownAttribute ? [] : Object.keys(appliances ?? {});
  if (names.length === 0) {
    return [];
  }
  const addresses = new Set(sources.resources.map(({ address }) => address));
  return names.flatMap((written): Problem[] => {
    const isKnown = written.startsWith("/") || addresses.has(written) || parseAddress(written).ok;
    const message = `there is no ${written}; name an appliance by its IP address or its Terraform address`;
    return isKnown ? [] : [{ path: ["appliances", written], at: "key", message }];
  });
}

function keyOf(written: string): string {
  return written.startsWith("/") ? idKey(written) : written;
}
