import { type HopEnds, kindOf, packetIn } from "../../../lab/observe/packet";
import { complaintsOf } from "../sound-lab";

const ENDS: HopEnds = {
  tunnels: new Set(["10.0.0.4 10.100.0.5", "10.100.0.5 10.0.0.4"]),
  sessions: new Set(["172.20.1.1 172.20.1.2", "172.20.1.2 172.20.1.1"]),
};
const kind = (line: string) => kindOf(packetIn(`1795859578.5 IP ${line}`, "the hop"), ENDS);

describe("what is on the ExpressRoute hop", () => {
  test.each([
    ["10.0.0.4.4500 > 10.100.0.5.4500: UDP-encap: ESP(spi=0x9777489a,seq=0x1), length 68", "esp"],
    ["10.100.0.5 > 10.0.0.4: ESP(spi=0x9777489a,seq=0x1a), length 116", "esp"],
    ["10.0.0.4.500 > 10.100.0.5.500: isakmp: parent_sa ikev2_init[I]", "ike"],
    ["10.100.0.5.4500 > 10.0.0.4.4500: NONESP-encap: isakmp: child_sa  inf2[IR]", "ike"],
    ["10.0.0.4.4500 > 10.100.0.5.4500: isakmp-nat-keep-alive", "ike"],
    ["172.20.1.1.179 > 172.20.1.2.41212: Flags [P.], seq 1:20, ack 20, win 509, length 19: BGP", "bgp"],
  ])("%s is %s", (line, expected) => {
    expect(kind(line)).toBe(expected);
  });

  test.each([
    ["10.110.0.10.38627 > 10.0.1.10.20088: UDP, length 2"],
    ["10.110.0.10 > 10.0.1.10: ICMP echo request, id 1, seq 1, length 64"],
    // A host that speaks like a tunnel is none.
    ["10.110.0.10.4500 > 10.0.1.10.4500: UDP-encap: ESP(spi=0x9777489a,seq=0x1), length 68"],
    // BGP of the tunnels belongs into the tunnels.
    ["192.168.255.1.179 > 10.100.0.13.41212: Flags [P.], seq 1:20, ack 20, win 509, length 19: BGP"],
    // The ends of a tunnel may send other things, too.
    ["10.0.0.4.4500 > 10.100.0.5.4500: UDP, length 12"],
    ["10.0.0.4.22 > 10.100.0.5.41000: Flags [S], seq 1, win 64240, length 0"],
    ["172.20.1.1.22 > 172.20.1.2.41212: Flags [S], seq 1, win 64240, length 0"],
  ])("%s is in the clear", (line) => {
    expect(kind(line)).toBe("clear");
  });
});

test("a line of tcpdump is read whole", () => {
  const line = "1795859578.103 IP 10.110.0.10.38627 > 10.0.1.10.20088: UDP, length 2";

  expect(packetIn(line, "host1")).toEqual({
    seconds: 1795859578.103,
    from: "10.110.0.10",
    to: "10.0.1.10",
    fromPort: 38627,
    toPort: 20088,
    what: "UDP, length 2",
    line,
  });
});

test.each([[""], ["tcpdump: pcap_loop: The interface disappeared"], ["1795859578.103 IP6 fe80::1 > ff02::2: ICMP6"]])(
  "%j of tcpdump is an error, and no sign that nothing came",
  (line) => {
    expect(complaintsOf(() => packetIn(line, "host1"))).toEqual([
      `the capture at host1 says what can't be read: ${line}`,
    ]);
  },
);
