import { Fn, Token, Tokenization } from "cdktf";

/**
 * A value as it stands inside a Terraform expression that is written as text, as in `${self.sku == <here>}`.
 *
 * cdktf resolves a token there without braces, so a lone token stands bare; text around tokens has to be a template, and
 * cdktf gets templates within templates wrong, so a function makes one. Text with `${...}` that a person wrote stays a
 * template as it is.
 */
export function inExpression(value: string | number | boolean): string {
  if (!Token.isUnresolved(value)) {
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    return Tokenization.stringifyNumber(value);
  }
  const text = String(value);
  const { literals, tokens } = Tokenization.reverseString(text);
  return literals.length === 0 && tokens.length === 1 ? text : Token.asString(Fn.join("", [text]));
}
