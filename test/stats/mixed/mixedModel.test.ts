import {describe, expect, it} from "vitest";
import {mixedModel} from "../../../src/stats/mixed/mixedModel.js";
import {random} from "../../../src/stats/random.js";
import {column, numbers} from "../golden.js";

/** Persons crossed with modules: a treatment on modules of 0.3, sd of persons 0.5, of modules 0.2, of rows 1. */
function crossed(seed: number, {persons = 60, modules = 12, effect = 0.3} = {}): Record<string, (number | string)[]> {
  const {normal, uniform} = random(seed);
  const own = Array.from({length: persons}, () => 0.5 * normal());
  const quality = Array.from({length: modules}, () => 0.2 * normal());
  const table: Record<string, (number | string)[]> = {y: [], person: [], module: [], reflective: []};
  for (let i = 0; i < persons; i++)
    for (let j = 0; j < modules; j++) {
      if (uniform() < 0.3) continue;
      table.y!.push(3 + own[i]! + quality[j]! + effect * (j % 2) + normal());
      table.person!.push(`p${i}`);
      table.module!.push(`m${j}`);
      table.reflective!.push(j % 2);
    }
  return table;
}

const formula = "y ~ reflective + (1 | person) + (1 | module)";

describe("mixedModel(formula, table)", () => {
  it("covers a module's contrast in about 95 of 100 simulated studies, where least squares covers in far fewer", () => {
    const hits = Array.from({length: 120}, (_, seed) => {
      const {low, high} = mixedModel(formula, crossed(seed + 1)).terms[1]!;
      return low! <= 0.3 && high! >= 0.3 ? 1 : 0;
    }).reduce((sum: number, hit) => sum + hit, 0);
    expect(hits).toBeGreaterThanOrEqual(106);
  });

  it("is the same whatever the order of rows, of terms and the labels; scales with y", () => {
    const table = crossed(1);
    const order = table.y!.map((_, row) => row).toReversed();
    const shuffled = Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, order.map((row) => values[row]!)])
    );
    shuffled.person = shuffled.person!.map((name) => `other ${name}`);
    const scaled = {...table, y: table.y!.map((value) => Number(value) * 1e6 + 1e9)};
    const a = mixedModel(formula, table);
    const b = mixedModel("y ~ reflective + (1 | module) + (1 | person)", shuffled);
    const c = mixedModel(formula, scaled);
    expect(b.terms[1]!.estimate).toBeCloseTo(a.terms[1]!.estimate, 7);
    expect(b.terms[1]!.se).toBeCloseTo(a.terms[1]!.se!, 7);
    expect(c.terms[1]!.estimate / 1e6).toBeCloseTo(a.terms[1]!.estimate, 6);
    expect(c.fit.residual / 1e12).toBeCloseTo(a.fit.residual, 6);
  });

  it("fits slopes in years as well as in years since the first", () => {
    const night = {
      y: numbers("sleepstudy.csv", "Reaction"),
      day: numbers("sleepstudy.csv", "Days"),
      year: numbers("sleepstudy.csv", "Days").map((value) => value + 2010),
      subject: column("sleepstudy.csv", "Subject")
    };
    const a = mixedModel("y ~ day + (day | subject)", night);
    const b = mixedModel("y ~ year + (year | subject)", night);
    expect(b.fit.logLik).toBeCloseTo(a.fit.logLik, 6);
    expect(b.terms[1]!.df).toBeCloseTo(a.terms[1]!.df!, 3);
    expect(b.fit.variances.subject!.year).toBeCloseTo(a.fit.variances.subject!.day!, 3);
  });

  it("says a variance of nought", () => {
    const table = {y: [1, 2, 4, 1, 2, 4, 2, 4, 1], g: ["a", "a", "a", "b", "b", "b", "c", "c", "c"]};
    const {fit, warnings} = mixedModel("y ~ 1 + (1 | g)", table);
    expect(fit.variances.g!["(Intercept)"]).toBe(0);
    expect(fit.singular).toBe(true);
    expect(warnings[0]).toMatch(/singular/);
  });

  it("gives a contrast of two terms", () => {
    const table = crossed(2);
    const three = {...table, kind: table.module!.map((name) => ["a", "b", "c"][Number(String(name).slice(1)) % 3]!)};
    const {terms} = mixedModel("y ~ kind + (1 | person) + (1 | module)", three, {
      contrasts: {"c less b": {kindc: 1, kindb: -1}}
    });
    expect(terms[3]!.estimate).toBeCloseTo(terms[2]!.estimate - terms[1]!.estimate, 12);
  });

  it.each([
    ["of an unknown term", {kind: 1}, /unknown term: kind/],
    ["of nothing", {reflective: 0}, /all 0/]
  ])("a contrast %s is an error that says so", (_, weights, message) => {
    expect(() => mixedModel(formula, crossed(2), {contrasts: {wanted: weights}})).toThrow(message);
  });

  it.each([
    ["one level", "y ~ 1 + (1 | one)", /one level of one/],
    ["a level a row", "y ~ 1 + (1 | each)", /can't be told apart/],
    ["an outcome that never varies", "same ~ 1 + (1 | g)", /does not vary beyond the fixed terms/],
    ["no random term", "y ~ 1", /no random term/],
    ["a term twice", "y ~ x + x2 + (1 | g)", /x2 can be computed from the other terms/],
    ["an unknown column", "y ~ z + (1 | g)", /missing column: z/],
    ["an effect in two terms", "y ~ x + (1 | g) + (1 | g)", /\(Intercept\) varies by g in two random terms/],
    ["groups that divide the rows alike", "y ~ x + (1 | g) + (1 | h)", /g and h divide the rows alike/],
    ["a slope twice", "y ~ x + (0 + x + x2 | pair)", /x can be computed from the other terms of/],
    ["no complete row", "y ~ none + (1 | g)", /no row is left of 8, missing none in 8; drop/],
    ["an unreadable random term", "y ~ 1 + (1 | )", /a random term is/]
  ])("%s is an error that says why", (_, asked, message) => {
    const y = [1, 3, 2, 5, 4, 6, 7, 9];
    const table = {
      y,
      x: y.map((value, i) => value + i),
      x2: y.map((value, i) => 2 * (value + i)),
      same: y.map(() => 3),
      one: y.map(() => "a"),
      each: y.map((_value, i) => i),
      g: ["a", "a", "b", "b", "c", "c", "d", "d"],
      h: [4, 4, 3, 3, 2, 2, 1, 1],
      pair: [0, 1, 0, 1, 0, 1, 0, 1],
      none: y.map(() => null)
    };
    expect(() => mixedModel(asked, table)).toThrow(message);
  });
});
