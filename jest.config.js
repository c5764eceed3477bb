/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // Property tests take their time on a busy machine; none of them hangs.
  testTimeout: 60_000,
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
};
