import {describe, expect, it} from "vitest";
import {random} from "../../../src/stats/random.js";
import {ols} from "../../../src/stats/regression/ols.js";
import {tableOf, type Cell} from "../../validation/golden.js";
import gaps from "../../golden/regression/gaps.json" with {type: "json"};
import joint from "../../golden/regression/joint.json" with {type: "json"};

const grunfeld: Record<string, Cell[]> = {
  ...tableOf("grunfeld.csv"),
  weight: tableOf("grunfeld.csv").year!.map((year) => Number(year) - 1930)
};
const jobs = "lscrap ~ grant + grant_1 + union + d88 + d89";
const firm = {cluster: "firm"};

describe("ols(formula, table, {cluster, test}) agrees with clubSandwich's HTZ", () => {
  it.each([
    ["pooled", jobs, {cluster: "fcode", test: ["grant", "grant_1", "union"]}],
    ["years", jobs, {cluster: "fcode", test: ["grant", "d88", "d89"]}],
    ["crossed", "inv ~ value + capital | year", {...firm, test: ["value", "capital"]}],
    ["absorbed", "inv ~ value + capital | firm + year", {...firm, test: ["value", "capital"]}],
    ["weighted", "inv ~ value + capital", {...firm, weights: "weight", test: ["value", "capital"]}],
    ["one", "inv ~ value + capital | year", {...firm, test: ["value"]}]
  ] as const)("%s", (name, formula, options) => {
    const found = ols(formula, formula === jobs ? tableOf("jtrain.csv") : grunfeld, options).fit.wald!;
    expect(found.test).toBe("HTZ");
    for (const part of ["F", "df1", "df2", "p"] as const)
      expect(found[part]! / joint[name][part] - 1).toBeCloseTo(0, 7);
  });

  it("gives no p where the clusters are too few for so many terms: it used to take the least df", () => {
    const four = {...grunfeld, firm: grunfeld.firm!.map((name) => Number(name) % 3)};
    const {wald} = ols("inv ~ value + capital", four, {...firm, test: ["(Intercept)", "value", "capital"]}).fit;
    expect(wald).toMatchObject({test: "HTZ", df2: null, p: null});
  });
});

describe("a two-way variance that is not positive", () => {
  const table = {
    y: [1, -1, -1, 1, 2, -2, -2, 2],
    x: [1, -1, -1, 1, 0.5, -0.5, 0.4, 0.2],
    g: ["a", "a", "b", "b", "c", "c", "d", "d"],
    t: [1, 2, 1, 2, 1, 2, 1, 2]
  };

  it("is null and said aloud: it used to be set to 0", () => {
    const {terms, warnings} = ols("y ~ x", table, {vcov: {cluster: ["g", "t"], type: "CR1"}});
    expect(terms[0]).toMatchObject({se: null, p: null, low: null, high: null});
    expect(joint.two[0]).toBeLessThan(0);
    expect(terms[1]!.se! ** 2 / joint.two[1]! - 1).toBeCloseTo(0, 12);
    expect(warnings[0]).toMatch(/not positive semi-definite: no error of \(Intercept\)/);
  });

  it("is so whatever the units", () => {
    const scaled = {...table, x: table.x.map((value) => 1000 * value)};
    const {terms, warnings} = ols("y ~ x", scaled, {vcov: {cluster: ["g", "t"], type: "CR1"}});
    expect(1000 * terms[1]!.se!).toBeCloseTo(Math.sqrt(joint.two[1]!), 12);
    expect(warnings).toHaveLength(1);
  });
});

describe("a term that one cluster alone identifies", () => {
  const {normal} = random(3);
  const rows = Array.from({length: 60}, (_, row) => ({g: row % 12, t: Math.floor(row / 12), e: normal(), z: normal()}));
  const of = (x: (row: (typeof rows)[number]) => number): Record<string, number[]> => ({
    g: rows.map(({g}) => g),
    t: rows.map(({t}) => t),
    y: rows.map(({e, z}) => e + z),
    z: rows.map(({z}) => z),
    x: rows.map(x)
  });

  it.each([
    ["a single treated unit", "y ~ x + z | g + t", ({g, t}: {g: number; t: number}) => (g === 4 && t > 1 ? 1 : 0)],
    ["a single unit's dummy", "y ~ x + z", ({g}: {g: number}) => (g === 4 ? 1 : 0)],
    ["variation in one unit only", "y ~ x + z | g", ({g, t}: {g: number; t: number}) => (g === 4 ? t : g)]
  ])("%s has no p, the others have: it used to have a tiny one", (_, formula, x) => {
    for (const type of ["CR1", "CR2", "CR3"] as const) {
      const {terms, warnings} = ols(formula, of(x), {vcov: {cluster: "g", type}});
      expect(terms.find(({term}) => term === "x")).toMatchObject({se: null, statistic: null, p: null, low: null});
      expect(terms.find(({term}) => term === "z")!.p).toBeGreaterThan(0);
      expect(warnings[0]).toMatch(/no error of .*x: one cluster alone identifies it/);
    }
  });

  it("two treated units have one", () => {
    const {terms} = ols(
      "y ~ x + z | g + t",
      of(({g, t}) => (g > 9 && t > 1 ? 1 : 0)),
      {cluster: "g"}
    );
    expect(terms[0]!.p).toBeGreaterThan(0);
  });
});

describe("gaps in time", () => {
  const table = {y: [1, 4, 6, 2, 3, 5, 6], x: [1, 2, 5, 4, 5, 9, 7], t: [1, 2, 3, 7, 8, 9, 20]};

  it("are gaps to Newey-West: rows on either side used to count as neighbours", () => {
    const se = (time?: string): number[] => ols("y ~ x", table, {time, vcov: {nw: 2}}).terms.map((term) => term.se!);
    se("t").forEach((value, j) => expect(value / gaps.newey[j]! - 1).toBeCloseTo(0, 12));
    se().forEach((value, j) => expect(value / gaps.rows[j]! - 1).toBeCloseTo(0, 12));
  });

  it("Newey-West counts every second year as a period where no two rows are nearer", () => {
    const even = {...table, t: [2, 4, 6, 8, 10, 12, 14]};
    const {se} = ols("y ~ x", even, {time: "t", vcov: {nw: 2}}).terms[1]!;
    expect(se! / gaps.rows[1]! - 1).toBeCloseTo(0, 12);
  });

  it("Newey-West refuses two rows of one period without a unit", () => {
    expect(() => ols("y ~ x", {...table, t: [1, 1, 2, 3, 4, 5, 6]}, {time: "t", vcov: {nw: 1}})).toThrow(
      /two rows of one/
    );
  });
});
