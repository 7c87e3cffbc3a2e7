import {afterEach, expect, it, vi} from "vitest";
import type {DuckDBConnection} from "@duckdb/node-api";
import {tellBytes, tellProgress} from "../../loaders/ingest/tellProgress.js";

const said = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
const words = (): string[] => said.mock.calls.map(([text]) => String(text));

afterEach(() => {
  vi.useRealTimers();
  said.mockClear();
});

it("tellProgress() says every five seconds how far the database is, and nothing of what is done sooner", async () => {
  vi.useFakeTimers();
  const connection = {progress: {percentage: 37.5}} as unknown as DuckDBConnection;
  const doing = {file: "ratings.csv", doing: "checking each value"};
  await tellProgress(connection, doing, async () => 1);
  expect(words()).toEqual([]);
  const work = tellProgress(connection, doing, () => new Promise((done) => setTimeout(done, 11_000)));
  await vi.advanceTimersByTimeAsync(11_000);
  await work;
  expect(words()).toEqual(Array.from({length: 2}, () => "ratings.csv: checking each value 37 %\n"));
});

it("tellBytes() says how much of a file was read, and passes every byte on", async () => {
  vi.useFakeTimers();
  async function* slow(): AsyncGenerator<Buffer> {
    for (const text of ["one", "two"]) {
      vi.setSystemTime(Date.now() + 6000);
      yield Buffer.from(text);
    }
  }
  const passed: string[] = [];
  for await (const chunk of tellBytes(slow(), {file: "ratings.csv", size: 6})) passed.push(chunk.toString());
  expect(passed).toEqual(["one", "two"]);
  expect(words()).toEqual(["ratings.csv: reading 50 %\n", "ratings.csv: reading 100 %\n"]);
});
