import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {behindOf} from "../../loaders/disclosure/behind.js";
import {policyFor, rules} from "../../loaders/disclosure/policy.js";
import type {Rule, RuleName} from "../../loaders/disclosure/policy.js";
import {isShown} from "../../loaders/disclosure/publishedCell.js";
import type {PublishedCell} from "../../loaders/disclosure/publishedCell.js";
import {releaseRows} from "../../loaders/disclosure/releaseRows.js";
import {toBand, toPrecision, toStep} from "../../loaders/disclosure/round.js";
import type {Round} from "../../loaders/disclosure/round.js";
import {key, ruleOf} from "./ruleOf.js";

const names = Object.keys(rules) as RuleName[];

describe("policyFor()", () => {
  it("has a source and a kind for every rule, which its name begins with", () => {
    for (const [name, {kind, source, label}] of Object.entries<Rule>(rules)) {
      expect(name.startsWith(`${kind}.`), name).toBe(true);
      expect(source.length, name).toBeGreaterThan(20);
      expect(label.length, name).toBeGreaterThan(10);
    }
  });

  it("takes any tighter value of any rule and no looser one", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({min: 1, max: 9}), (name, by) => {
        const {value, tighter, whole}: Rule = rules[name];
        const further = whole ? by : value * by;
        const [tight, loose] =
          tighter === "higher" ? [value + further, value - further] : [value - further, value + further];
        const asked = tight > 0 && (name !== "activity.band" || by === 1) ? tight : value;
        expect(policyFor({thresholds: {[name]: asked}})[name]).toBe(asked);
        expect(() => policyFor({thresholds: {[name]: loose}})).toThrow(/only tighten|positive number/);
      })
    );
  });

  it.each([
    ["activity.eligible", Infinity, /positive number/],
    ["activity.eligible", -1, /positive number/],
    ["activity.eligible", 10.5, /whole number/],
    ["activity.band", 0.15, /whole number makes one/],
    ["activity.participants", 1, /only tighten/]
  ])("refuses %s = %s", (name, value, message) => {
    expect(() => policyFor({thresholds: {[name]: value}})).toThrow(message);
  });

  it("lets a study of invented persons say of a band what who knows their number can tell, and nothing else", () => {
    const synthetic = true;
    expect(policyFor({thresholds: {"activity.participants": 1}, synthetic})["activity.participants"]).toBe(1);
    expect(policyFor({thresholds: {}, synthetic})["activity.participants"]).toBe(2);
    for (const name of names.filter((one) => one !== "activity.participants" && one !== "activity.band")) {
      const {value, tighter}: Rule = rules[name];
      const thresholds = {[name]: tighter === "higher" ? value - 1 : value + 1};
      expect(() => policyFor({thresholds, synthetic}), name).toThrow(/only tighten|positive number/);
    }
  });
});

/** One cell of so many persons' values, under a policy with some rules tightened. */
function cellOf(
  values: readonly number[],
  thresholds: Readonly<Record<string, number>>,
  kind: "survey" | "activity"
): PublishedCell {
  const policy = policyFor({thresholds});
  const survey = kind === "survey";
  const round: Round | null = survey
    ? toPrecision(policy["survey.precision"])
    : toBand({
        width: policy["activity.band"],
        units: policy["activity.participants"],
        step: policy["count.step"],
        least: rules["activity.eligible"].value
      });
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const released = releaseRows(
    [{name: "a", n: values.length, mean}],
    {
      name: key,
      n: {kind: "headcount", unit: "people", grain: 1, round: toStep(policy["count.step"])},
      mean: ruleOf({
        persons: "n",
        minimum: policy[survey ? "survey.respondents" : "activity.eligible"],
        range: survey ? [1, 5] : [0, 1],
        grain: 1,
        round
      })
    },
    {table: "t", key: ["name"]}
  );
  const [cell] = behindOf([released]).tables.flatMap(({cells}) => cells);
  if (!cell) throw new Error("no cell");
  return cell;
}

const answers = fc.array(fc.integer({min: 1, max: 5}), {minLength: 1, maxLength: 120});
const present = fc.array(fc.integer({min: 0, max: 1}), {minLength: 1, maxLength: 120});

/** Near an end of the range, where an interval is cut off by what a value can be. */
const cutOff = ({low, high, range: [minimum, maximum]}: PublishedCell): boolean =>
  low <= minimum + 0.35 || high >= maximum - 0.35;

const width = ({low, high}: PublishedCell): number => high - low;

describe("the policy is monotone", () => {
  it("taking people out never shows a cell that was withheld, nor any answer to a smaller step", () => {
    fc.assert(
      fc.property(answers, fc.nat(119), (values, kept) => {
        const [all, fewer] = [cellOf(values, {}, "survey"), cellOf(values.slice(0, kept), {}, "survey")];
        return !isShown(fewer) || (isShown(all) && (cutOff(all) || cutOff(fewer) || width(fewer) > width(all) - 1e-6));
      }),
      {numRuns: 500}
    );
  });

  it("a tighter rule never shows a cell that was withheld, nor a narrower interval", () => {
    const tighter = fc.record({
      "survey.respondents": fc.integer({min: 10, max: 60}),
      "survey.precision": fc.integer({min: 2, max: 12}),
      "activity.eligible": fc.integer({min: 10, max: 60}),
      "activity.band": fc.constantFrom(0.1, 0.2, 0.25, 0.5),
      "activity.participants": fc.integer({min: 2, max: 6})
    });
    fc.assert(
      fc.property(fc.oneof(answers, present), tighter, (values, thresholds) => {
        const kind = values.includes(0) ? "activity" : "survey";
        const [loose, tight] = [cellOf(values, {}, kind), cellOf(values, thresholds, kind)];
        const near = kind === "survey" && (cutOff(tight) || cutOff(loose));
        return !isShown(tight) || (isShown(loose) && (near || width(tight) > width(loose) - 1e-6));
      }),
      {numRuns: 500}
    );
  });

  it("whoever knows how many could take part has two numbers of participants to choose from, or more", () => {
    fc.assert(
      fc.property(present, fc.constantFrom(2, 4), fc.constantFrom(0.1, 0.2), (values, least, band) => {
        const tight = {"activity.band": band, "activity.participants": least};
        const {shown, persons} = cellOf(values, tight, "activity");
        const possible = Array.from({length: persons + 1}, (_, took) => {
          const like = Array.from({length: persons}, (_one, i) => (i < took ? 1 : 0));
          return cellOf(like, tight, "activity").shown === shown;
        }).filter(Boolean);
        return typeof shown !== "number" || possible.length >= least;
      }),
      {numRuns: 200}
    );
  });

  it("what is known of a cell holds the exact value, and two totals or more", () => {
    fc.assert(
      fc.property(answers, (values) => {
        const cell = cellOf(values, {}, "survey");
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        const holds = cell.low <= mean + 1e-9 && cell.high >= mean - 1e-9;
        return !isShown(cell) || (holds && width(cell) * values.length > 1.5 && ![1, 5].includes(Number(cell.shown)));
      }),
      {numRuns: 500}
    );
  });
});
