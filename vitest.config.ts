import {defineConfig} from "vitest/config";

process.env.TZ = "UTC";

/** these show what is published of a shipped study, which the first of them publishes, or keep to a place of their own */
const published = [
  "test/site/{japanese,tutorial}.test.ts",
  "test/simulate/article.test.ts",
  "test/answering/answerTo.test.ts",
  "test/findings/registry.test.ts",
  "test/notebook/worked.test.ts"
];

/** these build whole sites, or keep state beside the code, so that one waits for another */
const alone = [
  "test/browser/site.test.ts",
  "test/cli/*.test.ts",
  "test/release/{approve,publish}.test.ts",
  "test/simulate/simulate.test.ts",
  "test/ingest/postgres.test.ts",
  "test/warehouse/brokenBuild.test.ts"
];
const shared = {testTimeout: 600_000, hookTimeout: 600_000};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: [...published, ...alone],
          maxWorkers: 2,
          sequence: {groupOrder: 1}
        }
      },
      {test: {...shared, name: "published", include: published, maxWorkers: 2, sequence: {groupOrder: 2}}},
      {test: {...shared, name: "alone", include: alone, maxWorkers: 1, sequence: {groupOrder: 3}}}
    ]
  }
});
