import { UnknownAttribute } from "../resource";

/**
 * What an expression makes of a value that isn't known yet: a text with it in it, a part of it, or one of several by a
 * condition. It may be another id than the one that is named.
 */
export class Made extends UnknownAttribute {}
