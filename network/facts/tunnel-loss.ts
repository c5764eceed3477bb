import type { Field } from "../field";
import type { IntentStatement, TunnelLoss } from "../intent";
import type { Network, VirtualHub } from "../network";
import { isAtLarge, saidAt, stating } from "./said";

/**
 * What should become of protected traffic at a hub when tunnels are lost: the strictest of what is stated of it. That
 * cleartext is accepted holds only where nobody at the hub is silent. Undefined: nobody says.
 */
export function tunnelLossAt(network: Network, hub: VirtualHub): Field<TunnelLoss> | undefined {
  const { said, silent, perhaps } = saidAt(network, hub, lossOf);
  // What an input asks for that shows nothing of the network, or may have a site here, may be asked of this hub.
  const asked = stating(network, lossOf)
    .filter(isAtLarge)
    .flatMap((statement) => lossOf(statement) ?? [])
    .concat(perhaps.map((one) => one.said));
  const loss = strictestOf([...said, ...asked.filter((one) => !isCleartext(one))]);
  return silent && loss !== undefined && isCleartext(loss) ? undefined : loss;
}

function lossOf({ onTunnelLoss }: IntentStatement): Field<TunnelLoss> | undefined {
  return onTunnelLoss;
}

function strictestOf(losses: readonly Field<TunnelLoss>[]): Field<TunnelLoss> | undefined {
  const drop = losses.find((loss) => loss.state === "known" && loss.value === "drop");
  return drop ?? losses.find((loss) => loss.state === "unknown") ?? losses[0];
}

function isCleartext(loss: Field<TunnelLoss>): boolean {
  return loss.state === "known" && loss.value === "cleartext";
}
