import { isByAzapi } from "../../network/facts/standing";
import { bodyPathOf, propertyOf } from "../../network/ledger/arm/body-path";
import type { Network, Part } from "../../network/network";
import type { Evidence } from "../rules/rule";

/**
 * Says of what azapi makes where it stands in the body that somebody wrote, in ARM's words. Rules speak of it in azurerm's, for
 * they judge both alike.
 */
export class ArmWords {
  /** Types of azurerm's by addresses without their modules; undefined where one address is of two types. */
  private readonly types = new Map<string, string | undefined>();

  constructor({ resources }: Pick<Network, "resources">) {
    for (const resource of resources) {
      const address = isByAzapi({ resource }) ? /azapi_\w+\..+$/.exec(resource.address)?.[0] : undefined;
      if (address !== undefined) {
        const known = this.types.get(address) ?? resource.type;
        this.types.set(address, known === resource.type ? known : undefined);
      }
    }
  }

  path({ resource }: Part, path: string): string {
    return isByAzapi({ resource }) ? bodyPathOf(resource.type, path) : path;
  }

  /** A text in which attributes stand behind addresses, or by themselves where they are of the part that it is about. */
  text(text: string, about: Part): string {
    if (this.types.size === 0) {
      return text;
    }
    const placed = text.replace(PLACES, (found, address: string, path: string) => {
      const type = this.types.get(address);
      return type === undefined ? found : `${address}.${bodyPathOf(type, path)}`;
    });
    const { resource } = about;
    return isByAzapi(about) ? placed.replace(WORDS, (word) => propertyOf(resource.type, word) ?? word) : placed;
  }

  evidence(evidence: Evidence, about: Part): Evidence {
    const entries = Object.entries(evidence).map(([name, value]): [string, Evidence[string]] => [
      name,
      typeof value === "string" ? this.text(value, about) : value,
    ]);
    return this.types.size === 0 ? evidence : Object.fromEntries(entries);
  }
}

const NAME = String.raw`[a-z]\w*(?:\[\d+\])*`;

/** `azapi_resource.hub["a"].address_prefix`: an address without its modules, and a path behind it. */
const PLACES = new RegExp(String.raw`(azapi_\w+\.[\w-]+(?:\[(?:\d+|"[^"]*")\])?)\.(${NAME}(?:\.${NAME})*)`, "g");

/** `bgp_enabled` by itself, and not as part of an address or a path. */
const WORDS = /(?<![\w.[/"-])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\w[/"-]|\.\w)/g;
