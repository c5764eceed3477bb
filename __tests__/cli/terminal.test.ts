import { showsColour } from "../../cli/terminal";

test.each([
  ["a terminal", true, { TERM: "xterm" }, true],
  ["a terminal of which nothing is known", true, {}, true],
  ["a file or a pipe", false, { TERM: "xterm" }, false],
  ["a stream that doesn't say", undefined, { TERM: "xterm" }, false],
  ["a terminal whose user set NO_COLOR", true, { TERM: "xterm", NO_COLOR: "1" }, false],
  ["a terminal where NO_COLOR is empty, which means nothing", true, { TERM: "xterm", NO_COLOR: "" }, true],
  ["a terminal that knows no colour", true, { TERM: "dumb" }, false],
])("%s", (_case, isTTY, env, expected) => {
  expect(showsColour(isTTY === undefined ? {} : { isTTY }, env)).toBe(expected);
});
