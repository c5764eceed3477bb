import type { IResolvable } from "cdktf";

/** A value of a closed set, or a token that only Terraform can resolve to one. */
export type OrToken<T> = T | IResolvable;

/** Tags of an Azure resource. */
export type Tags = Readonly<Record<string, string>>;
