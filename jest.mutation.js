const own = require("./jest.config.js");

/** The tests of the engine and the rules alone, for `npm run mutation`. @type {import("jest").Config} */
module.exports = {
  ...own,
  roots: ["<rootDir>/__tests__/routes", "<rootDir>/__tests__/paths", "<rootDir>/__tests__/policies/rules"],
  maxWorkers: 1,
};
