export { isPrivateAddress } from "./address";
export { literalPrefix } from "./prefix";
