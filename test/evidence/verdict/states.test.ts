import {assert, constantFrom, float, property, tuple} from "fast-check";
import {describe, expect, it} from "vitest";
import {studentTQuantile} from "../../../src/stats/distribution/studentT.js";
import {biasLimit, biasState} from "../../../src/evidence/verdict/biasState.js";
import {oneSidedLimits} from "../../../src/evidence/verdict/oneSidedLimits.js";
import {isTooSmall, precisionState} from "../../../src/evidence/verdict/precisionState.js";
import {sameSideState} from "../../../src/evidence/verdict/sameSideState.js";
import {shareState} from "../../../src/evidence/verdict/shareState.js";

const of = (estimate: number, low: number | null, high: number | null, df: number | null = null) => ({
  estimate,
  low,
  high,
  df
});

it("oneSidedLimits(interval) is the estimate with the 95 % quantile in place of the 97.5 % one", () => {
  const se = 0.4;
  const half = se * studentTQuantile(0.975, 7);
  const limits = oneSidedLimits(of(1, 1 - half, 1 + half, 7));
  expect(limits?.high).toBeCloseTo(1 + se * 1.894578605061305, 9);
  expect(limits?.low).toBeCloseTo(1 - se * 1.894578605061305, 9);
  expect(oneSidedLimits(of(1, null, null))).toBeNull();
});

describe("biasState(bias, direction, worthwhile)", () => {
  it.each([
    ["small whatever the side", of(0.1, -0.2, 0.4), 1, "answered"],
    ["wide on the claim's side", of(0.1, -2, 2.2), 1, "open"],
    ["clear and large on the claim's side", of(1.2, 0.2, 2.2), 1, "failed"],
    ["clear, and against the claim", of(-1.2, -2.2, -0.2), 1, "answered"],
    ["the same, the claim turned round", of(-1.2, -2.2, -0.2), -1, "failed"],
    ["against a claim of no difference", of(-1.2, -2.2, -0.2), 0, "failed"],
    ["one end out, for a claim of no difference", of(0.5, -0.1, 1.1), 0, "open"],
    ["without an interval", of(0, null, null), 1, "open"],
    ["not made", null, 1, "unmade"]
  ] as const)("%s", (_, bias, direction, state) => {
    expect(biasState(bias, direction, 1)).toBe(state);
  });

  it("changes nothing where the sign is turned with the claim, or the unit with the margin", () => {
    const numbers = tuple(float({min: -3, max: 3, noNaN: true}), float({min: Math.fround(0.01), max: 3, noNaN: true}));
    assert(
      property(numbers, constantFrom(-1 as const, 0 as const, 1 as const), ([estimate, half], direction) => {
        const bias = of(estimate, estimate - half, estimate + half, 9);
        const turned = of(-estimate, -estimate - half, -estimate + half, 9);
        const scaled = of(estimate * 8, (estimate - half) * 8, (estimate + half) * 8, 9);
        const state = biasState(bias, direction, 1);
        expect(biasState(turned, direction === 0 ? 0 : direction === 1 ? -1 : 1, 1)).toBe(state);
        expect(biasState(scaled, direction, 8)).toBe(state);
      }),
      {seed: 1}
    );
  });

  it("biasLimit() is below 0 where the bias works against the claim", () => {
    expect(biasLimit(of(-2, -3, -1), 1)).toBeLessThan(0);
    expect(biasLimit(of(-2, -3, -1), -1)).toBeGreaterThan(2);
    expect(biasLimit(of(-2, -3, -1), 0)).toBe(3);
  });
});

it.each([
  [of(1, 0.2, 1.8), 1, "answered"],
  [of(1, 0.2, 1.8), -1, "failed"],
  [of(1, -0.2, 2.2), 1, "open"],
  [of(1, -0.2, 2.2), 0, "answered"],
  [of(1, 0.2, 1.8), 0, "failed"],
  [of(1, null, null), 1, "open"],
  [null, 1, "unmade"]
] as const)("sameSideState(%j, %s) is %s", (other, direction, state) => {
  expect(sameSideState(other, direction)).toBe(state);
});

it("sameSideState() of nothing clear is open where the other estimate turns the main one round, which used to reassure", () => {
  const other = of(0.24, -0.13, 0.61);
  expect(sameSideState(other, 0, -0.32)).toBe("open");
  expect(sameSideState(other, 0, 0.32)).toBe("answered");
  expect(sameSideState(of(0.4, 0.1, 0.7), 0, -0.32)).toBe("failed");
});

it.each([
  [of(0.12, 0.026, 0.222), 0.1, "answered"],
  [of(0, -0.05, 0.05), 0.1, "answered"],
  [of(0.05, -0.05, 0.15), 0.1, "failed"],
  [of(0.05, -0.15, 0.09), 0.1, "failed"],
  [of(0.05, null, null), 0.1, "open"]
] as const)("precisionState(%j, %s) is %s", (interval, worthwhile, state) => {
  expect(precisionState(interval, worthwhile)).toBe(state);
});

it("isTooSmall() asks for the whole interval", () => {
  expect(isTooSmall({low: 0.01, high: 0.09}, 0.1)).toBe(true);
  expect(isTooSmall({low: -0.1, high: 0.05}, 0.1)).toBe(false);
  expect(isTooSmall({low: null, high: null}, 0.1)).toBe(false);
});

it.each([
  [0.6, 0.6, "answered"],
  [0.59, 0.6, "failed"],
  [null, 0.6, "unmade"],
  [NaN, 0.6, "unmade"]
] as const)("shareState(%s, %s) is %s", (share, enough, state) => {
  expect(shareState(share, enough)).toBe(state);
});
