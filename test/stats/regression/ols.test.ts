import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import type {Value} from "../../../src/stats/formula/table.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {OlsOptions} from "../../../src/stats/regression/ols.js";

interface Answer {
  readonly estimate: readonly number[];
  readonly se: readonly number[];
  readonly df: number | readonly number[];
}

interface Golden extends Readonly<Record<string, Answer | Readonly<Record<string, readonly number[]>>>> {
  readonly fe_iid: Answer;
  readonly fe_cr2: Answer;
  readonly pooled_cr1s: Answer;
  readonly pooled_cr3: Answer;
  readonly pooled_iid: Answer;
  readonly pooled_cr2: Answer;
  readonly pooled_hc: Readonly<Record<string, readonly number[]>>;
}

const golden = JSON.parse(readFileSync("test/golden/regression/ols.json", "utf8")) as Golden;
const firms = readTable("data/jtrain/jtrain.csv");
const twoWay = "lscrap ~ grant + grant_1 | fcode + year";
const pooled = "lscrap ~ grant + hrsemp + union";

describe("ols() agrees with R", () => {
  it.each([
    ["fixed effects, classical", twoWay, {vcov: "iid"}, golden.fe_iid],
    ["fixed effects, CR2 (clubSandwich)", twoWay, {cluster: "fcode"}, golden.fe_cr2],
    ["pooled, CR1S", pooled, {vcov: {cluster: "fcode", type: "CR1S"}}, golden.pooled_cr1s],
    ["pooled, CR3", pooled, {vcov: {cluster: "fcode", type: "CR3"}}, golden.pooled_cr3],
    ["pooled, classical", pooled, {vcov: "iid"}, golden.pooled_iid],
    ["pooled, CR2 (clubSandwich)", pooled, {cluster: "fcode"}, golden.pooled_cr2]
  ] as [string, string, OlsOptions, Answer][])("%s", (_, formula, options, answer) => {
    const {terms} = ols(formula, firms, options);
    terms.forEach(({estimate, se, df}, j) => {
      if (answer.estimate) expectClose(estimate, answer.estimate[j]!);
      expectClose(se!, answer.se[j]!);
      if (answer.df !== undefined) expectClose(df!, Array.isArray(answer.df) ? answer.df[j] : answer.df);
    });
    expect(terms.length).toBe(answer.se.length);
  });

  it.each(["HC0", "HC1", "HC2", "HC3", "HC4"] as const)("pooled, %s", (type) => {
    const {terms} = ols(pooled, firms, {vcov: type});
    terms.forEach(({se}, j) => expectClose(se!, golden.pooled_hc[type]![j]!));
  });

  it("the published two-way estimates of Wooldridge's Example 14.1, to the printed digits", () => {
    const {terms, n, dropped} = ols(twoWay, firms);
    expect(terms.map(({estimate, se}) => [estimate.toFixed(3), se!.toFixed(3)])).toEqual([
      ["-0.252", "0.151"],
      ["-0.422", "0.210"]
    ]);
    expect(n).toBe(162);
    expect(dropped).toEqual([{reason: "missing lscrap", n: 309}]);
  });
});

describe("ols()", () => {
  it("keeps still under rescaling of y, reordering of rows and relabelled clusters", () => {
    const order = firms.fcode!.map((_, i) => i).toSorted((a, b) => ((a * 7919) % 471) - ((b * 7919) % 471));
    const moved = Object.fromEntries(
      Object.entries(firms).map(([name, column]) => [name, order.map((i) => column[i] ?? null)])
    );
    moved.lscrap = moved.lscrap!.map((value) => (value === null ? null : Number(value) * 1e6 + 1e9));
    moved.fcode = moved.fcode!.map((value) => `firm ${String(value)}`);
    const [a, b] = [ols(twoWay, firms, {cluster: "fcode"}), ols(twoWay, moved, {cluster: "fcode"})];
    a.terms.forEach(({estimate, se, df}, j) => {
      expectClose(b.terms[j]!.estimate, estimate * 1e6, 1e-6);
      expectClose(b.terms[j]!.se!, se! * 1e6, 1e-6);
      expectClose(b.terms[j]!.df!, df!, 1e-6);
    });
  });

  it.each([
    ["a copied column that is asked about", "y ~ x + I(2 * x)", {about: "I(2 * x)"}, /not identified: I\(2 \* x\)/],
    ["a constant within the effects", "y ~ w | g", {}, /w does not vary within g/],
    ["an unknown column", "y ~ nothing", {}, /missing column: nothing/],
    ["one cluster", "y ~ x", {cluster: "one"}, /one cluster in one/],
    ["fewer rows than terms", "y ~ x + I(x^2) + I(x^3) + z + I(z^2) + I(z^3)", {}, /not identified/],
    ["the logarithm of zero", "log(z) ~ x", {}, /log of 0 in row 1/],
    ["a negative weight", "y ~ x", {weights: "x"}, /below 0 in x/],
    ["no tilde", "y + x", {}, /needs one ~/]
  ] as [string, string, OlsOptions, RegExp][])("refuses %s", (_, formula, options, message) => {
    const table = {
      y: [1, 4, 2, 8, 5, 7],
      x: [-1, 2, 3, 5, 4, 1],
      z: [0, 1, 0, 2, 1, 5],
      w: [1, 1, 1, 2, 2, 2],
      g: ["a", "a", "a", "b", "b", "b"],
      one: [1, 1, 1, 1, 1, 1]
    };
    expect(() => ols(formula, table, options)).toThrow(message);
  });
});

function expectClose(actual: number, expected: number, tolerance = 1e-9): void {
  expect(Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-300)).toBeLessThan(tolerance);
}

function readTable(path: string): Record<string, Value[]> {
  const [header = "", ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const rows = lines.map((line) => line.split(","));
  return Object.fromEntries(
    header.split(",").map((name, j) => [name, rows.map((row) => (row[j] === "" ? null : Number(row[j])))])
  );
}
