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
