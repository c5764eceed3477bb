const own = require("./jest.config.js");

/**
 * The tests of the engine and the rules alone, for `npm run mutation`. The sources stand among the roots so that jest sees
 * through them which tests an edit could break. @type {import("jest").Config}
 */
module.exports = {
  ...own,
  globalSetup: undefined,
  roots: ["routes", "paths", "policies", "network", "address", "text", "__tests__"].map((room) => `<rootDir>/${room}`),
  testMatch: [
    "**/__tests__/routes/**/*.test.ts",
    "**/__tests__/paths/**/*.test.ts",
    "**/__tests__/policies/rules/**/*.test.ts",
  ],
  maxWorkers: 1,
};
