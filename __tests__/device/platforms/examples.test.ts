import { renderDevices } from "../../../device/render-devices";
import { synthesizedExample } from "../../support/example";

describe.each(["encrypted", "fail-closed", "two-regions", "brownfield"])("the devices of examples/%s", (name) => {
  const { stacks, outputs } = synthesizedExample(name);
  const render = () => renderDevices(outputs, [stacks], { platform: "strongswan-frr", nextHops: ["172.16.0.1"] });

  test("are rendered as they were", () => {
    const { files, notes } = render();
    expect(files.map(({ path, mode, text }) => `${path} ${mode.toString(8)}\n${text}`).join("\n")).toMatchSnapshot();
    expect(notes).toMatchSnapshot();
  });

  test("are rendered alike every time", () => {
    expect(render()).toEqual(render());
  });
});
