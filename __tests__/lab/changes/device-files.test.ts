import { changesMade } from "../../../lab/changes/changes";
import { fileAt, onlyTunnel, shortened, withKey } from "../../../lab/changes/device-files";
import { complaintsOf, soundPlan } from "../sound-lab";

const FILES = soundPlan().devices[0]?.files ?? [];
const CONNECTIONS = fileAt(FILES, "/conf.d/azure.conf");

/** Lines of one text that another one doesn't have, each as often as it is there. */
function without(text: string, other: string): string[] {
  const left = other.split("\n");
  return text.split("\n").filter((line) => {
    const at = left.indexOf(line);
    left.splice(at < 0 ? left.length : at, 1);
    return at < 0;
  });
}

test("of a device's connections, only the time changes after which a lost end is missed", () => {
  expect(without(CONNECTIONS, shortened(CONNECTIONS))).toEqual(["        dpd_delay = 15s", "        dpd_delay = 15s"]);
  expect(without(shortened(CONNECTIONS), CONNECTIONS)).toEqual(["        dpd_delay = 2s", "        dpd_delay = 2s"]);
});

test("a charon of its own gets one tunnel, whole but for the XFRM interface, and nothing new", () => {
  const one = onlyTunnel(CONNECTIONS, "azure1");
  const both = `${one}\n${onlyTunnel(CONNECTIONS, "azure2")}`;

  expect(without(one, CONNECTIONS)).toEqual([]);
  expect(one).toContain("remote_addrs = 10.100.0.5");
  expect(one).not.toContain("10.100.0.4");
  expect(without(CONNECTIONS, both).map((line) => line.trim())).toEqual([
    "if_id_in = 1",
    "if_id_out = 1",
    "if_id_in = 2",
    "if_id_out = 2",
  ]);
});

test("a key stands where the placeholder was, and nowhere else", () => {
  const keys = fileAt(FILES, "/conf.d/azure-keys.conf");

  expect(without(withKey(keys, "k3y"), keys)).toEqual([
    "# Put each key in the place of k3y.",
    '        secret = "k3y"',
  ]);
});

test("a file that wasn't rendered is an error", () => {
  expect(complaintsOf(() => fileAt(FILES, "/etc/other.conf"))).toEqual(["nothing was rendered as /etc/other.conf"]);
});

test("where the kernel makes the tunnels, the connections change in nothing but the time", () => {
  expect(changesMade("kernel").map(({ file, rendered }) => `${file}: ${rendered}`)).toEqual([
    "etc/swanctl/conf.d/azure-keys.conf: secret = the placeholder",
    "etc/swanctl/conf.d/azure.conf: dpd_delay",
    "etc/systemd/system/azure-tunnels.service: all of it",
  ]);
  expect(changesMade("kernel-libipsec")).toHaveLength(6);
});
