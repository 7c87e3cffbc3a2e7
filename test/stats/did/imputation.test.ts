import {describe, expect, it} from "vitest";
import {imputation, type ImputationOptions} from "../../../src/stats/did/imputation.js";
import {golden, numbers} from "../golden.js";
import {relativeError} from "../relativeError.js";

interface Answers extends Readonly<Record<string, unknown>> {
  readonly n: number;
  readonly untreated: number;
}

const frozen = golden<Readonly<Record<string, Answers>>>("did/imputation.json");
const names = ["id", "year", "year_treated", "x1", "y"];
const table = Object.fromEntries(names.map((name) => [name, numbers("base_stagg.csv", name)]));
const columns = {outcome: "y", unit: "id", time: "year", firstTreated: "year_treated"};

function rowsWhere(keeps: (row: number) => boolean): typeof table {
  return Object.fromEntries(
    Object.entries(table).map(([name, values]) => [name, values.filter((_, row) => keeps(row))])
  );
}

describe("imputation(table, columns) agrees with a dense derivation in R", () => {
  it.each([
    ["plain", table, [], {}],
    ["covariate", table, ["x1"], {}],
    ["ahead", table, [], {anticipation: 2}],
    ["holes", rowsWhere((row) => row % 11 !== 4), [], {}]
  ] as const)("%s", (name, rows, covariates, options: ImputationOptions) => {
    const answers = frozen[name]!;
    const {n, terms, fit, dropped} = imputation(rows, {...columns, covariates}, options);
    expect({n, untreated: fit.untreated}).toEqual({n: answers.n, untreated: answers.untreated});
    expect(n + dropped.reduce((sum, one) => sum + one.n, 0)).toBe(rows.y!.length);
    expect(terms.map(({term}) => term).toSorted()).toEqual(
      Object.keys(answers)
        .filter((key) => key !== "n" && key !== "untreated")
        .toSorted()
    );
    for (const {term, estimate, se} of terms) {
      const {b, se: error} = answers[term] as {b: number; se: number};
      expect(relativeError(estimate, b), `${term} estimate`).toBeLessThan(1e-9);
      expect(relativeError(se!, error), `${term} error`).toBeLessThan(1e-9);
    }
  });
});

describe("imputation(table, columns)", () => {
  it("is the two-by-two difference where there are two periods", () => {
    const two = {
      unit: ["a", "a", "b", "b", "c", "c"],
      time: [1, 2, 1, 2, 1, 2],
      g: [2, 2, 0, 0, 0, 0],
      y: [1, 5, 2, 3, 4, 6]
    };
    const {terms} = imputation(two, {outcome: "y", unit: "unit", time: "time", firstTreated: "g"});
    expect(terms[0]?.estimate).toBeCloseTo(4 - 1.5, 12);
  });

  it("says that nothing is left to foretell from where all are treated at once", () => {
    const all = {unit: ["a", "a", "b", "b"], time: [1, 2, 1, 2], g: [2, 2, 2, 2], y: [1, 5, 2, 3]};
    const asked = {outcome: "y", unit: "unit", time: "time", firstTreated: "g"};
    expect(() => imputation(all, asked)).toThrow(/no treated row has a unit and a period/);
  });

  it("refuses an anticipation that is no whole number", () => {
    expect(() => imputation(table, columns, {anticipation: 0.5})).toThrow(/invalid anticipation/);
  });
});
