import type { Platform } from "./platform";
import { strongswanFrr } from "./strongswan-frr/strongswan-frr";

/** Every platform that can be rendered for. */
export const PLATFORMS: readonly Platform[] = [strongswanFrr];
