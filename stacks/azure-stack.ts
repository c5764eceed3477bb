import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { AzurermBackend, Lazy, LocalBackend, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";
import { given } from "../lib/terraform/given";
import { deployedChecks } from "./deployed-checks";
import { resourceProvidersOf } from "./resource-providers";

/** Only what azurerm 4.55, every later 4.x and 5.x know is used; this is what a network gets that asks for nothing else. */
export const DEFAULT_PROVIDER_VERSION = ">= 4.55, < 6.0";

/** A container of an Azure storage account that holds states. */
export interface AzurermBackendProps {
  /** Resource group of the storage account. */
  readonly resourceGroup: string;
  readonly storageAccount: string;
  readonly container: string;
  /**
   * Begins the key of every stack's state: the prefix, the stack's name, `.tfstate`.
   * @default none
   */
  readonly keyPrefix?: string | undefined;
  /**
   * Id of the storage account's subscription.
   * @default the one that Terraform is logged in to
   */
  readonly subscription?: string | undefined;
  /**
   * Whether the state is reached with Entra ID instead of the account's key.
   * @default true
   */
  readonly useAzureAdAuth?: boolean | undefined;
}

export interface AzureStackProps {
  /**
   * Constraint on the version of the azurerm provider.
   * @default ">= 4.55, < 6.0"
   */
  readonly providerVersion?: string | undefined;
  /**
   * Whether Terraform registers the resource providers of Azure that the stack uses in its subscription, where they aren't yet.
   * `false` is for an identity that may not: somebody else registers them.
   * @default true
   */
  readonly registerResourceProviders?: boolean | undefined;
  /**
   * Id of the Azure subscription.
   * @default that of `ARM_SUBSCRIPTION_ID` when Terraform runs
   */
  readonly subscription?: string | undefined;
  /**
   * Where the state is kept.
   * @default a file `terraform.<stack>.tfstate` beside the output folder
   */
  readonly backend?: AzurermBackendProps | undefined;
}

/** A Terraform stack for Azure: the azurerm provider, its version as a range, and where the state is kept. */
export class AzureStack extends TerraformStack {
  private readonly addedResourceProviders = new Set<string>();

  constructor(scope: Construct, id: string, props: AzureStackProps = {}) {
    super(scope, id);
    const { providerVersion, registerResourceProviders = true, subscription, backend } = props;
    new AzurermProvider(this, "azurerm", {
      features: [{}],
      // azurerm 4 would register some sixty by itself, and azurerm 5 none: with both, these and no others.
      resourceProviderRegistrations: "none",
      ...(registerResourceProviders ? { resourceProvidersToRegister: this.usedResourceProviders() } : {}),
      ...given({ subscriptionId: subscription }),
    });
    // cdktf pins the one version that its types were made from, which would tie a team to it.
    this.addOverride("terraform.required_providers.azurerm.version", providerVersion ?? DEFAULT_PROVIDER_VERSION);
    this.addOverride("check", this.checks());
    if (backend === undefined) {
      // Terraform runs in cdktf.out/stacks/<stack>; a state inside cdktf.out would go with it.
      new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });
    } else {
      new AzurermBackend(this, {
        resourceGroupName: backend.resourceGroup,
        storageAccountName: backend.storageAccount,
        containerName: backend.container,
        key: `${backend.keyPrefix ?? ""}${id}.tfstate`,
        useAzureadAuth: backend.useAzureAdAuth ?? true,
        ...given({ subscriptionId: backend.subscription }),
      });
    }
  }

  /**
   * Has Terraform register further resource providers, for resources of your own in this stack.
   * @param names as Azure writes them, `microsoft.insights` in small letters
   */
  addResourceProviders(...names: readonly string[]): void {
    for (const name of names) {
      this.addedResourceProviders.add(name);
    }
  }

  // Told when Terraform is written: then all is there that the stack will have.
  private usedResourceProviders(): string[] {
    return Lazy.listValue({ produce: () => resourceProvidersOf(this, this.addedResourceProviders) });
  }

  // As text, since an override of a stack is merged into the rest before it is made.
  private checks(): string {
    const produce = () => {
      const checks = deployedChecks(this);
      return Object.keys(checks).length === 0 ? undefined : checks;
    };
    return Token.asString(Lazy.anyValue({ produce }));
  }
}
