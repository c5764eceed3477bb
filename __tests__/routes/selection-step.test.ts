import { type Candidate, select } from "../../routes/selection";

function candidate(kind: Candidate["kind"], asPathLength?: number): Candidate {
  return { kind, local: true, asPathLength };
}

test("where ExpressRoute is preferred to a tunnel, that is why, whatever AS paths leave open among its connections", () => {
  const [vpn, ams, fra] = [candidate("vpn", 1), candidate("expressroute"), candidate("expressroute")];
  expect(select([vpn, ams, fra], "ExpressRoute")).toEqual({
    winners: [ams, fra],
    certain: false,
    step: "preference",
  });
});

test("where AS paths come first and are unknown, they are why", () => {
  const [vpn, er] = [candidate("vpn", 1), candidate("expressroute")];
  expect(select([vpn, er], "ASPath")).toEqual({ winners: [vpn, er], certain: false, step: "as-path" });
});

test("an unknown AS path of another hub is two ASNs long at least, and loses against a shorter one", () => {
  const own = candidate("vpn", 1);
  const remote = { ...candidate("static"), local: false };
  expect(select([own, remote], "ASPath")).toEqual({ winners: [own], certain: true, step: "as-path" });
  const same = candidate("vpn", 2);
  expect(select([same, remote], "ASPath")).toEqual({ winners: [same], certain: true, step: "as-path" });
  const longer = candidate("vpn", 3);
  expect(select([longer, remote], "ASPath")).toEqual({ winners: [longer, remote], certain: false, step: "as-path" });
  const other = { ...candidate("vpn", 2), local: false };
  expect(select([other, remote], "VpnGateway")).toEqual({ winners: [other, remote], certain: false, step: "as-path" });
});
