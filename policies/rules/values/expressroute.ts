import { type AcceptedValues, oneOf, whole } from "./accepted";

export const EXPRESS_ROUTE_GATEWAY: AcceptedValues = {
  scale_units: whole(1, 10),
};

export const EXPRESS_ROUTE_CIRCUIT: AcceptedValues = {
  "sku.family": oneOf("MeteredData", "UnlimitedData"),
  "sku.tier": oneOf("Basic", "Local", "Standard", "Premium"),
};

export const EXPRESS_ROUTE_CIRCUIT_PEERING: AcceptedValues = {
  peering_type: oneOf("AzurePrivatePeering", "AzurePublicPeering", "MicrosoftPeering"),
};

export const EXPRESS_ROUTE_CONNECTION: AcceptedValues = {
  routing_weight: whole(0, 32000),
};

const MACSEC_CIPHER = oneOf("GcmAes128", "GcmAes256", "GcmAesXpn128", "GcmAesXpn256");

export const EXPRESS_ROUTE_PORT: AcceptedValues = {
  bandwidth_in_gbps: whole(1),
  billing_type: oneOf("MeteredData", "UnlimitedData"),
  encapsulation: oneOf("Dot1Q", "QinQ"),
  "identity.type": oneOf("UserAssigned", "SystemAssigned", "SystemAssigned, UserAssigned"),
  "link1.macsec_cipher": MACSEC_CIPHER,
  "link2.macsec_cipher": MACSEC_CIPHER,
};
