import {expect, it} from "vitest";
import {evidenceWords} from "../../src/evidence/evidenceWords.js";
import {sidedInterval} from "../../src/words/en/intervals.js";
import {digitsFor} from "../../src/words/numbers.js";

const unit = "standard deviations";

it.each([
  [0.16, 0.1, 0.22, "0.16 standard deviations (0.10 to 0.22)"],
  [-0.16, -0.22, -0.1, "−0.16 standard deviations (−0.22 to −0.10)"],
  [0.161, 0.1, 0.22, "0.161 standard deviations (0.100 to 0.220)"],
  [0.2, 0.1, 0.3, "0.20 standard deviations (0.10 to 0.30)"],
  [0.0102, 0.006, 0.014, "0.0102 standard deviations (0.0060 to 0.0140)"]
])("%d (%d to %d) has no last digit that all three lack", (estimate, low, high, said) => {
  expect(evidenceWords({estimate, low, high, unit})).toBe(said);
});

it("sidedInterval() says of an end that is released as 0 that it is not, where p tells so", () => {
  const said = (p: number | null, side: "higher" | "lower" = "higher"): string =>
    sidedInterval(side === "higher" ? {low: 0, high: 0.2} : {low: -0.2, high: 0}, side, {digits: 2, p});
  const whole = "The 95\u202f% confidence interval lies between 0.00 and 0.20.";
  expect([said(0.06), said(null)]).toEqual([whole, whole]);
  expect([said(0.04), said(0.04, "lower")]).toEqual(
    Array(2).fill(`${whole} The end shown as 0 is a little more than 0.`)
  );
});

it("digitsFor(low, high) alone goes by the interval's width", () => {
  expect([digitsFor(0.1, 0.22), digitsFor(0.1, 0.22, 0.16), digitsFor(0.1, 0.22, 0.161)]).toEqual([3, 2, 3]);
});
