/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // Property tests take their time on a busy machine; none of them hangs.
  testTimeout: 60_000,
  // By default one core is left idle, which on two cores is half of them.
  maxWorkers: "100%",
  globalSetup: "<rootDir>/__tests__/whole-run.ts",
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  // What a pipeline's steps do is tried in real shells, which takes its time: `.ci/run` does that.
  testPathIgnorePatterns:
    process.env.THOROUGH === undefined
      ? ["/node_modules/", "/__tests__/ci/(?:action|azure-pipelines)[.]test[.]ts$"]
      : ["/node_modules/"],
  moduleNameMapper: { "/private/stack-trace$": "<rootDir>/__tests__/support/untraced-tokens.ts" },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "commonjs" } },
    ],
    // Graphviz comes as a module only.
    "wasm-graphviz.+\\.js$": ["@swc/jest", { jsc: { target: "es2022" }, module: { type: "commonjs" } }],
  },
  transformIgnorePatterns: ["/node_modules/(?!@hpcc-js/wasm-graphviz/)"],
};
