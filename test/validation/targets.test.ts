import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {answers} from "./answers.js";
import {compare} from "./compare.js";

const frozen = JSON.parse(readFileSync("src/stats/validation.json", "utf8")) as {id: string; compared: number}[];

describe("the engine agrees with R and NIST", () => {
  it.each(Object.keys(answers))("%s", async (id) => {
    const {failures, compared} = await compare(id, answers[id]!);
    expect(failures).toEqual([]);
    expect(frozen.find((row) => row.id === id)?.compared).toBe(compared);
  });
});
