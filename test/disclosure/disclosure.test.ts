import {describe, expect, it} from "vitest";
import * as fc from "fast-check";
import {policyFor, rules} from "../../loaders/disclosure/policy.js";
import {printReleased} from "../../loaders/disclosure/released.js";
import {releaseEstimate} from "../../loaders/disclosure/releaseEstimate.js";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {bandCentre, meanStep, roundTo, stepAtLeast} from "../../loaders/disclosure/round.js";
import {spreadFor} from "../../loaders/release/models/spreadFor.js";
import {standardDeviation} from "../../src/stats/description/standardDeviation.js";
import {random} from "../../src/stats/random.js";
import {ols} from "../../src/stats/regression/ols.js";
import {key, ruleOf} from "./ruleOf.js";

describe("policyFor()", () => {
  it("lets a study tighten a rule and refuses to loosen one", () => {
    expect(policyFor({thresholds: {"activity.eligible": 15}})["activity.eligible"]).toBe(15);
    expect(() => policyFor({thresholds: {"activity.eligible": 5}})).toThrow(
      /thresholds\.activity\.eligible: a study may only tighten it, at present 10/
    );
    expect(() => policyFor({thresholds: {nothing: 5}})).toThrow(
      /thresholds\.nothing: not a rule of disclosure control/
    );
  });

  it("lifts the person rules where the rows are public", () => {
    const policy = policyFor({thresholds: {}, public_microdata: {license: "open", source: "here"}});
    expect(Object.values(policy).every((value) => value === null)).toBe(true);
    expect(Object.keys(policy)).toEqual(Object.keys(rules));
  });
});

describe("releaseRows()", () => {
  const columns = {name: key, rate: ruleOf({persons: "people"})};

  it("withholds a cell with too few persons behind it, as a type of its own", () => {
    const {value} = releaseRows(
      [
        {name: "a", rate: 0.5, people: 9},
        {name: "b", rate: 0.5, people: 10}
      ],
      columns
    );
    expect(value.rows).toEqual([
      {name: "a", rate: {suppressed: "fewer than 10"}},
      {name: "b", rate: 0.5}
    ]);
    expect(value.suppressed).toEqual({rate: 1});
  });

  it("lets no column leave that has no rule", () => {
    expect(Object.keys(releaseRows([{name: "a", rate: 1, people: 20}], columns).value.rows[0] ?? {})).toEqual([
      "name",
      "rate"
    ]);
  });

  it("rounds and withholds a count of 64 bits as any other, which used to leave as it was", () => {
    const rate = ruleOf({persons: "people", round: (value) => 5 * Math.round(value / 5)});
    const rows = [
      {name: "a", rate: 12n, people: 10n},
      {name: "b", rate: 12n, people: 9n}
    ] as unknown as Parameters<typeof releaseRows>[0];
    expect(releaseRows(rows, {name: key, rate}, {key: ["name"]}).value.rows).toEqual([
      {name: "a", rate: 10},
      {name: "b", rate: {suppressed: "fewer than 10"}}
    ]);
  });

  it("never reveals more when people are taken out", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (people, less) => {
        const shown = (n: number): boolean =>
          typeof releaseRows([{rate: 1, people: n}], columns).value.rows[0]?.rate === "number";
        return !shown(Math.max(0, people - less)) || shown(people);
      })
    );
  });
});

describe("precision", () => {
  it("bands pull their ends in, steps keep published unit times n at two or more", () => {
    expect([0, 0.03, 0.47, 1].map((rate) => bandCentre(rate, 0.1))).toEqual([0.05, 0.05, 0.45, 0.95]);
    expect(roundTo(0.3, 0.1)).toBe(0.3);
    fc.assert(fc.property(fc.integer({min: 10, max: 5000}), (n) => meanStep(n) * n >= 2));
  });

  it("an estimate on exact rows is printed to two digits of its standard error, and refused for too few persons", () => {
    const policy = policyFor({thresholds: {}});
    const x = Array.from({length: 30}, (_, i) => i);
    const fitted = ols("y ~ x", {x, y: x.map((value) => value * 1.23456789 + Math.sin(value * 7))});
    const {value} = releaseEstimate(fitted, 30, policy);
    for (const {se, estimate} of value.terms) {
      expect(String(Number(se?.toPrecision(2)))).toBe(String(se));
      expect(String(estimate).length).toBeLessThan(8);
    }
    expect(() => releaseEstimate(fitted, 9, policy)).toThrow(/fewer than 10 persons/);
  });

  it("one of persons is printed no finer than five standard deviations over those behind its term, nor told so by its error", () => {
    const policy = policyFor({thresholds: {}});
    const source = random(3);
    const treated = Array.from({length: 800}, (_, i) => Number(i < 200));
    const y = treated.map((value) => 0.13 * value + source.normal());
    const fitted = ols("y ~ treated", {treated, y});
    const [, exact] = fitted.terms;
    const [, term] = releaseEstimate(fitted, 200, policy, {spread: spreadFor(y, {treated})}).value.terms;
    const step = stepAtLeast((5 * standardDeviation(y)) / 200);
    expect(step).toBe(0.05);
    for (const value of [term?.estimate, term?.low, term?.high, term?.se])
      expect(Math.abs((value ?? NaN) / step - Math.round((value ?? NaN) / step))).toBeLessThan(1e-9);
    expect(term?.estimate).toBe(roundTo(exact?.estimate ?? NaN, step));
    expect(term?.se).toBeGreaterThanOrEqual(exact?.se ?? NaN);
    expect(term?.statistic).toBeCloseTo((term?.estimate ?? NaN) / (term?.se ?? NaN), 1);
    // more persons than the error's digits ask for change nothing
    const many = releaseEstimate(fitted, 1e5, policy, {spread: spreadFor(y, {treated})}).value;
    expect(many).toEqual(releaseEstimate(fitted, 1e5, policy).value);
    const open = policyFor({thresholds: {}, public_microdata: {license: "CC0", source: "x"}});
    expect(releaseEstimate(fitted, 20, open, {spread: spreadFor(y, {treated})}).value.terms[1]?.estimate).toBe(
      exact?.estimate
    );
  });

  it("spreadFor(outcome, table) is of a unit of a term of numbers, and of no or yes", () => {
    const spread = spreadFor([0, 2, 4], {tenure: [0, 10, 20], started: [0, 1, 0], kind: ["a", "b", "a"]});
    expect(["started", "kind", "all", "tenure"].map(spread)).toEqual([2, 2, 2, 0.2]);
  });

  it("stepAtLeast(width) is the next of 1, 2 and 5", () => {
    expect([0.01, 0.0101, 0.02, 0.03, 0.051, 7, 2000].map(stepAtLeast)).toEqual([
      0.01, 0.02, 0.02, 0.05, 0.1, 10, 2000
    ]);
  });
});

describe("printReleased()", () => {
  it("prints what was released and nothing else", () => {
    expect(printReleased(releaseRows([{name: "a"}], {name: key}))).toBe('{"rows":[{"name":"a"}],"suppressed":{}}\n');
    // @ts-expect-error a plain value is not released
    expect(() => printReleased({value: 1})).toThrow(/not a released value/);
  });
});
