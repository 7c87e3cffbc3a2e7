import {expect, it} from "vitest";
import type {Cell} from "@observablehq/notebook-kit";
import {compileCell} from "../../src/notebook/compileCell.js";
import {failureOf} from "../../src/notebook/live/failureOf.js";

/** What a reader is told of a cell that is no code. */
function told(value: string) {
  const cell = {id: 1, mode: "js", value} as Cell;
  try {
    compileCell(cell);
  } catch (error) {
    return failureOf(error, cell, []);
  }
  return null;
}

it("failureOf(error) says what to write for a name without const: it used to name an “external variable” and no line", () => {
  expect(told("fit = ols(formula, rows)")).toEqual({
    line: 1,
    message: "fit is not defined in this cell; write const fit = … to define it"
  });
  expect(told("const a = 1;\nfit = a")?.line).toBe(2);
});

it("failureOf(error) says where the parser stopped", () => {
  expect(told("1 +\n+")).toMatchObject({line: 2, message: "Unexpected token"});
});

it("failureOf(error) says that a notebook asks its own site alone: it used to say “Failed to fetch”", () => {
  const cell = {id: 1, mode: "js", value: "fetch('https://example.com')"} as Cell;
  expect(failureOf(new TypeError("Failed to fetch"), cell, []).message).toContain("may ask this site alone");
});
