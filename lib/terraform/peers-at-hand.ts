import { demandPeers } from "./peers";

// The entry points load this before any construct, so that a missing package is said in words and not by a module that
// can't be found.
demandPeers();
