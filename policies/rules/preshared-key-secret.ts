import { phrase } from "../../network/facts/called/phrase";
import { inConnection } from "../../network/facts/link-connections";
import type { LinkConnection, SharedKey } from "../../network/network";
import type { SecretFacts } from "../../network/resource";
import { violation } from "./judgement";
import { judgeLinkConnections } from "./reasoning/judge-link-connections";
import { cannotTell } from "./reasoning/unknowns";
import type { Judgement, Rule } from "./rule";

/** Azure's own limit, and the shortest key that is hard to guess from a recorded handshake. */
const LONGEST = 128;
const SHORTEST_STRONG = 16;

/** Pre-shared keys are secrets, and ones that Azure takes. */
export const presharedKeySecret: Rule = {
  id: "preshared-key-secret",
  level: "error",
  section: "Tunnel",
  what: "A pre-shared key comes from a sensitive value or is left to Azure, never from a literal, one in sensitive() neither, and nonsensitive() doesn't lay it bare; it has 1 to 128 printable ASCII characters without space, hyphen and tilde, 16 at least to be strong.",
  why: "Whoever reads a key in source code or in a plan can pose as the VPN device. The provider doesn't mark the attribute sensitive, so Terraform shows it.",
  page: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-vpn-faq",
  scope: "resource",
  judge: (network) =>
    judgeLinkConnections(network, "their pre-shared keys are secret", function* (link) {
      const { sharedKey } = link;
      if (sharedKey.state === "known") {
        yield* judgeKey(link, sharedKey.value);
      } else if (sharedKey.state === "unknown") {
        const message = phrase`where the pre-shared key of ${link} comes from can't be told, so it may be no secret`;
        yield cannotTell(inConnection(link, sharedKey), sharedKey.unknown, message);
      }
    }),
};

function* judgeKey(link: LinkConnection, key: SharedKey): Iterable<Judgement> {
  const place = inConnection(link, link.sharedKey);
  if (key.from === "literal") {
    yield violation(place, {
      message: phrase`the pre-shared key of ${link} is in the clear: a literal, in sensitive() or not, or laid bare by nonsensitive()`,
      remedy:
        "Take a new key from a sensitive variable or a Key Vault secret, or leave shared_key out so that Azure makes one.",
    });
  } else if (key.facts !== undefined) {
    yield* judgeFacts(link, key.facts);
  }
}

function* judgeFacts(link: LinkConnection, { length, allowedCharacters }: SecretFacts): Iterable<Judgement> {
  const place = inConnection(link, link.sharedKey);
  const evidence = { length, allowedCharacters };
  if (length < 1 || length > LONGEST) {
    const message = phrase`the pre-shared key of ${link} has ${length} characters; Azure takes 1 to ${LONGEST}`;
    yield violation(place, { message, remedy: "Use a random key of 32 letters and digits.", evidence });
  } else if (!allowedCharacters) {
    const message = phrase`the pre-shared key of ${link} holds a character that Azure refuses: a space, hyphen, tilde or something that is not printable ASCII`;
    yield violation(place, { message, remedy: "Use a random key of 32 letters and digits.", evidence });
  } else if (length < SHORTEST_STRONG) {
    const message = phrase`the pre-shared key of ${link} has only ${length} characters`;
    const remedy = "Use a random key of 32 letters and digits.";
    yield violation(place, { level: "warning", message, remedy, evidence });
  }
}
