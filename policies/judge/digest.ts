import type * as Crypto from "node:crypto";

/** 32 hexadecimal digits that stand for a text. */
export function digest(text: string): string {
  return theCrypto().createHash("sha256").update(text).digest("hex").slice(0, 32);
}

// It takes a while to load, and many reports show no digest.
const theCrypto = (): typeof Crypto => require("node:crypto");
