import { DataAzurermKeyVaultSecret } from "@cdktf/provider-azurerm/lib/data-azurerm-key-vault-secret";
import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { type Complaints, isLiteral } from "../terraform/complaints";
import { named, ownId } from "../terraform/names";
import { checkSecret } from "../terraform/secret";

/** A secret of a Key Vault that Terraform may read. */
export interface KeyVaultSecretProps {
  /** Resource id of the Key Vault. */
  readonly keyVaultId: string;
  /** Name of the secret. */
  readonly name: string;
  /**
   * Version of the secret.
   * @default the newest
   */
  readonly version?: string;
}

/**
 * Where the pre-shared key of a link comes from. The key itself is never in code: azurerm doesn't mark it sensitive, so
 * a literal would show in plans. Wherever it comes from, Terraform's state holds it.
 *
 * Azure takes printable ASCII other than space, hyphen and tilde, 1 to 128 characters.
 * https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq
 */
export abstract class SharedKey {
  /**
   * A sensitive Terraform variable: its name, and it is declared in the stack (once, however many links use it), or
   * one that is declared already, with `sensitive: true`.
   */
  static sensitiveVariable(variable: string | TerraformVariable): SharedKey {
    return typeof variable === "string" ? new NamedVariable(variable) : new GivenVariable(variable);
  }

  /** A Key Vault secret, read by the data source `azurerm_key_vault_secret`, whose value Terraform treats as sensitive. */
  static keyVaultSecret(props: KeyVaultSecretProps): SharedKey {
    return new KeyVaultSecret(props);
  }

  /** Azure makes a key for each link. The VPN device gets it from the downloaded VPN configuration. */
  static generatedByAzure(): SharedKey {
    return new GeneratedKey();
  }

  /** Adds what is wrong with it to the complaints of the construct that uses it. @internal */
  abstract check(complaints: Complaints, property: string, scope: Construct): void;

  /**
   * The expression for `shared_key`, after declaring below `scope` what it needs; undefined: left to Azure.
   * @param link what tells the link apart from others of the connection
   * @internal
   */
  abstract bind(scope: Construct, link: string): string | undefined;
}

class GeneratedKey extends SharedKey {
  override check(): void {}

  override bind(): undefined {
    return undefined;
  }
}

class GivenVariable extends SharedKey {
  constructor(private readonly variable: TerraformVariable) {
    super();
  }

  override check(complaints: Complaints, property: string, scope: Construct): void {
    checkSecret(complaints, scope, property, this.variable);
  }

  override bind(): string {
    return this.variable.stringValue;
  }
}

class NamedVariable extends SharedKey {
  constructor(private readonly name: string) {
    super();
  }

  override check(complaints: Complaints, property: string, scope: Construct): void {
    if (!/^[A-Za-z_][\w-]*$/.test(this.name)) {
      // A key passed by mistake in the place of a name must not show.
      complaints.add(`${property}: a variable's name is letters, digits, "_" and "-", not beginning with a digit`);
      return;
    }
    const stack = TerraformStack.of(scope);
    if (stack.node.tryFindChild(this.name) !== undefined && !expressionsIn(stack).has(this.name)) {
      complaints.add(`${property}: the stack has a ${JSON.stringify(this.name)} already: pass it as TerraformVariable`);
    }
  }

  override bind(scope: Construct): string {
    const stack = TerraformStack.of(scope);
    const known = expressionsIn(stack);
    const expression = known.get(this.name) ?? declare(stack, this.name).stringValue;
    known.set(this.name, expression);
    return expression;
  }
}

/**
 * The variables that were declared by name in a stack: the expression for each, since cdktf makes a new token, with a
 * stack trace, each time that it is asked for one.
 */
const declaredByName = new WeakMap<TerraformStack, Map<string, string>>();

function expressionsIn(stack: TerraformStack): Map<string, string> {
  const known = declaredByName.get(stack) ?? new Map<string, string>();
  declaredByName.set(stack, known);
  return known;
}

function declare(stack: TerraformStack, name: string): TerraformVariable {
  const variable = new TerraformVariable(stack, name, {
    type: "string",
    sensitive: true,
    nullable: false,
    description: "Pre-shared key of IPsec tunnels.",
  });
  named(variable, name);
  return variable;
}

class KeyVaultSecret extends SharedKey {
  constructor(private readonly props: KeyVaultSecretProps) {
    super();
  }

  override check(complaints: Complaints, property: string): void {
    complaints.notEmpty(`${property}.keyVaultId`, this.props.keyVaultId);
    complaints.notEmpty(`${property}.name`, this.props.name);
    complaints.notEmpty(`${property}.version`, this.props.version);
    if (isLiteral(this.props.name) && this.props.name.includes("/")) {
      complaints.add(`${property}.name: a secret's name alone, without the vault's address`);
    }
  }

  override bind(scope: Construct, link: string): string {
    const { keyVaultId, name, version } = this.props;
    const secret = new DataAzurermKeyVaultSecret(scope, ownId(scope, `shared-key-${link}`, link), {
      keyVaultId,
      name,
      ...(version === undefined ? {} : { version }),
    });
    named(secret);
    return secret.value;
  }
}
