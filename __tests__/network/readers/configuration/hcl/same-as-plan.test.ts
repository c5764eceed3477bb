import { join } from "node:path";
import { checkNetwork } from "../../../../../policies/gate";
import type { Report } from "../../../../../policies/report/report";
import { Fabrikam, gravest } from "../../plan/beside/fabrikam";

let fabrikam = new Fabrikam();

beforeEach(() => {
  fabrikam = new Fabrikam();
});

afterEach(() => {
  fabrikam.remove();
});

function ofFolder(): Report {
  return checkNetwork([fabrikam.folder], { intent: join(fabrikam.folder, "intent.yaml") });
}

describe("a network as its folder has it", () => {
  test("has the verdict of its plan", () => {
    const [plan, folder] = [fabrikam.report(), ofFolder()];
    expect([folder.verdict, gravest(folder)]).toEqual([plan.verdict, gravest(plan)]);
    expect(folder.unread).toEqual([]);
  });

  test("is violated where its files join what doesn't belong together, at the line that says so", () => {
    fabrikam.change(
      "vpn/main.tf",
      "local.link_ids[each.value.site][vpn_link.value.name]",
      "values(local.link_ids[each.value.site])[0]",
    );
    const [plan, folder] = [fabrikam.report(), ofFolder()];
    const crossed = ({ findings }: Report) =>
      findings
        .filter(({ rule }) => rule === "links-match-site")
        .map(({ address, path, outcome, source }) => ({ address, path, outcome, source }));
    expect(folder.verdict).toBe("fail");
    expect(crossed(folder)).not.toEqual([]);
    expect(crossed(folder)).toEqual(crossed(plan));
  });
});
