import { notLoaded, renderedValues } from "../../../lab/observe/rendered-connections";
import { connectionsIn, sasIn } from "../../../lab/observe/swanctl";
import { complaintsOf } from "../sound-lab";

const SAS = `list-sa event {
  azure1 {
    uniqueid = 1
    state = ESTABLISHED
    local-host = 10.0.0.4
    remote-host = 10.100.0.5
    initiator = yes
    encr-alg = AES_CBC
    encr-keysize = 256
    integ-alg = HMAC_SHA2_384_192
    prf-alg = PRF_HMAC_SHA2_384
    dh-group = ECP_384
    child-sas {
      azure1-2 {
        name = azure1
        state = INSTALLED
        spi-in = 0a7e5cf7
        spi-out = bf112337
        encr-alg = AES_GCM_16
        encr-keysize = 256
        dh-group = ECP_384
        local-ts = [
          0.0.0.0/0
        ]
      }
    }
  }
}
list-sas reply {
}
`;

test("tunnels are read with their keys and what was agreed on", () => {
  expect(sasIn(SAS, "device1")).toEqual([
    {
      name: "azure1",
      state: "ESTABLISHED",
      local: "10.0.0.4",
      remote: "10.100.0.5",
      algorithms: "AES_CBC-256/HMAC_SHA2_384_192/PRF_HMAC_SHA2_384/ECP_384",
      children: [
        {
          name: "azure1",
          state: "INSTALLED",
          spiIn: "0a7e5cf7",
          spiOut: "bf112337",
          algorithms: "AES_GCM_16-256/ECP_384",
        },
      ],
    },
  ]);
});

test("no tunnel at all is an answer", () => {
  expect(sasIn("list-sas reply {\n}\n", "device1")).toEqual([]);
});

test.each([
  ["", "swanctl of device1 breaks off"],
  [SAS.slice(0, 300), "swanctl of device1 breaks off"],
  [SAS.replace("list-sas reply {\n}\n", ""), "swanctl of device1 breaks off"],
  ["connecting to 'unix:///x' failed", "swanctl of device1 says what can't be read: connecting to 'unix:///x' failed"],
  [SAS.replace("    state = ESTABLISHED\n", ""), "swanctl of device1 doesn't tell state of azure1"],
])("%j is an error, and no sign that there is no tunnel", (text, message) => {
  expect(complaintsOf(() => sasIn(text, "device1"))).toEqual([message]);
});

const CONNECTIONS = `list-conn event {
  azure1 {
    local_addrs = [
      10.0.0.4
    ]
    remote_addrs = [
      10.100.0.5
    ]
    version = IKEv2
    rekey_time = 25200
    dpd_delay = 2
    local-1 {
      id = 10.0.0.4
      class = pre-shared key
    }
    children {
      azure1 {
        rekey_time = 2880
        dpd_action = start
        local-ts = [
          0.0.0.0/0
        ]
      }
    }
  }
}
list-conns reply {
}
`;
const FILE = `connections {
    # Hub a, Instance0
    azure1 {
        version = 2
        local_addrs = 10.0.0.4
        remote_addrs = 10.100.0.5
        proposals = aes256-sha384-ecp384
        rekey_time = 25200s
        dpd_delay = 2s
        local {
            auth = psk
            id = 10.0.0.4
        }
        children {
            azure1 {
                local_ts = 0.0.0.0/0
                rekey_time = 2880s
                dpd_action = restart
            }
        }
    }
}
`;

test("values of a rendered file are told by where they stand", () => {
  expect([...renderedValues(FILE)].slice(-3)).toEqual([
    ["azure1.children.azure1.local_ts", "0.0.0.0/0"],
    ["azure1.children.azure1.rekey_time", "2880s"],
    ["azure1.children.azure1.dpd_action", "restart"],
  ]);
});

test("a file that charon runs as it is has no faults", () => {
  expect(notLoaded(FILE, connectionsIn(CONNECTIONS, "device1"))).toEqual([]);
});

test("what charon runs in another way, or not, is told", () => {
  const other = CONNECTIONS.replace("rekey_time = 2880", "rekey_time = 3600").replace(
    "        dpd_action = start\n",
    "",
  );

  expect(notLoaded(FILE, connectionsIn(other, "device1"))).toEqual([
    "azure1.children.azure1.rekey_time = 2880s, and it runs 3600",
    "azure1.children.azure1.dpd_action = restart, and it runs without it",
  ]);
});
