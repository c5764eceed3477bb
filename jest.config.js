/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // Property tests take their time on a busy machine; none of them hangs.
  testTimeout: 60_000,
  // By default one core is left idle, which on two cores is half of them.
  maxWorkers: "100%",
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
  },
};
