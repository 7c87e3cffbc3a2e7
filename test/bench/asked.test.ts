import {spawnSync} from "node:child_process";
import {expect, it} from "vitest";

const bench = (...asked: readonly string[]): {readonly status: number | null; readonly said: string} => {
  const {status, stdout, stderr} = spawnSync("node_modules/.bin/tsx", ["test/bench/engine.ts", ...asked]);
  return {status, said: String(stdout) + String(stderr)};
};

it("--help says every option and what may follow a case", () => {
  const {status, said} = bench("--help");
  expect(status).toBe(0);
  for (const name of ["--case", "--record", "--profile", "explorer", "growth", "phases"]) expect(said).toContain(name);
});

it.each([
  [["--cse", "bca"], "unknown option '--cse'"],
  [["--case", "bcs"], "'bcs' is invalid"],
  [["bca"], "only explorer, notebook, page, ingest, growth take any"],
  [["--profile"], "--profile takes a case of the engine"],
  [["--case", "growth", "four"], "after growth: Not a whole number from 1."],
  [["--case", "ingest", "some"], "after ingest: Not a whole number from 1."],
  [["--case", "build", "data/star"], "after build: nothing follows it; there is data/star"],
  [["--case", "growth", "1", "relase"], "after growth: unknown phase relase; there are simulate, warehouse, release"]
])("what is asked wrongly, %j, is refused in one sentence", (asked, sentence) => {
  const {status, said} = bench(...asked);
  expect(status).toBe(1);
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/^\s+at /m);
});
