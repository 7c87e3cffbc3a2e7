import {table} from "arquero";
import {describe, expect, it} from "vitest";
import {methods} from "../../loaders/estimate/methods.js";
import {columnsOf} from "../../src/notebook/columnsOf.js";
import * as engine from "../../src/notebook/engine.js";
import {describe as describeTable, rowsOf, tablesOf} from "../../src/notebook/tables.js";

const rows = Array.from({length: 60}, (_, i) => {
  const [unit, year] = [i % 12, Math.floor(i / 12)];
  const participation = ((i * 7) % 11) / 10;
  return {
    department_id: `D${unit}`,
    fiscal_year: 2010 + year,
    participation,
    margin: 0.02 * participation + unit / 100 + year / 200 + ((i * 13) % 7) / 1000
  };
});
const published = {
  version: "0",
  study: {
    title: "Made up",
    measures: [],
    currency: {label: "yen"},
    words: {unit: {one: "department", many: "departments"}},
    programmeYears: [2010, 2014] as const,
    plan: []
  },
  tables: {
    department_years: {
      rows: rows.map((row, i) => (i === 0 ? {...row, participation: {suppressed: "fewer than 10"}} : row)),
      suppressed: {participation: 1}
    }
  }
};
const formula = "margin ~ participation | department_id + fiscal_year";

describe("cells", () => {
  it("ols(formula, table, {vcov: 'CR2'}) answers as estimate does, clustered by the first factor after the bar", async () => {
    const method = await methods.ols?.();
    const asked = {method: "ols", formula, vcov: {cluster: "department_id", type: "CR2"}};
    const own = engine.ols(formula, table(columnsOf(rows)), {vcov: "CR2"});
    expect(own.tidy()).toEqual(method?.(asked, columnsOf(rows)).terms);
    expect(own.term("participation").df).toBeLessThan(12);
  });

  it("ols(formula, rows, {cluster}) is short for CR2 by it", () => {
    const [short, long] = [
      engine.ols(formula, rows, {cluster: "fiscal_year"}),
      engine.ols(formula, rows, {vcov: {cluster: "fiscal_year", type: "CR2"}})
    ];
    expect(short.tidy()).toEqual(long.tidy());
  });

  it("vcov CR2 alone clusters by the first factor after the bar, whatever it is called", () => {
    const called = rows.map((row) => ({...row, 部署: row.department_id}));
    const [own, plain] = [
      engine.ols("margin ~ exp(participation) | 部署 + fiscal_year", called, {vcov: "CR2"}),
      engine.ols("margin ~ exp(participation) | department_id + fiscal_year", called, {vcov: "CR2"})
    ];
    expect(own.tidy()).toEqual(plain.tidy());
  });

  it("options are those of estimate, and closed: another is refused by name, with the nearest", () => {
    expect(() => engine.ols(formula, rows, {vcow: "CR2"})).toThrow("unknown option of ols: vcow; did you mean vcov?");
    expect(() => engine.ols("margin ~ participation", rows, {vcov: "CR2"})).toThrow("missing cluster; CR2 needs");
    expect(() => engine.ols("margin ~ department_id2", rows)).toThrow("department_id2");
    const asked = {cluster: "department_id", term: "participation", draws: 99, seed: 1};
    expect(engine.wild(formula, rows, asked).method).toContain("wild");
  });

  it("a call in another order is told the right one: it used to call a formula no table, and a column an option", () => {
    const {permute, correlation, ols, adjust} = engine as unknown as Record<string, (...given: unknown[]) => unknown>;
    expect(() => permute?.(formula, rows, {draws: 99})).toThrow(
      "permute was not given a table at that place; it takes a table, then options by name: permute(table, {…})"
    );
    expect(() => correlation?.(rows, "margin", "participation")).toThrow("correlation(table, {…})");
    expect(() => ols?.(rows, formula)).toThrow("ols was not given a formula at that place");
    expect(() => ols?.(formula, rows, "CR2")).toThrow("a table, then options by name");
    expect(() => adjust?.([0.1, 0.2])).toThrow("adjust({…})");
  });

  it("an estimator is called as it is exported, where a cell shows it", () => {
    for (const [name, estimator] of Object.entries(engine)) expect(estimator.name).toBe(name);
  });

  it("a fit names its terms where one is asked for that it has not", () => {
    expect(() => engine.ols("margin ~ participation", rows).term("dose")).toThrow(
      "no such term: dose; there are (Intercept), participation"
    );
  });

  it("every method of estimate is at hand", () => {
    const names = Object.keys(methods).map((name) => (name === "permutation" ? "permute" : name));
    expect(Object.keys(engine).toSorted()).toEqual(names.toSorted());
  });

  it("what is withheld is null in a table, told of by describe, kept for figures, and left out by an estimator", () => {
    const tables = tablesOf(published);
    expect(tables.department_years?.get("participation", 0)).toBe(null);
    expect(describeTable(tables.department_years!).find(({column}) => column === "participation")).toEqual({
      column: "participation",
      label: "Participation",
      unit: "share",
      suppressed: 1,
      missing: 0
    });
    expect(rowsOf(tables.department_years!)[0]?.participation).toEqual({suppressed: "fewer than 10"});
    expect(engine.ols(formula, tables.department_years!).n).toBe(59);
    expect(() => tables.departmentYears).toThrow("no such table: departmentYears; did you mean department_years?");
  });
});
