/** What the page on methods says of what the estimators were checked against: plain data in, text out. */
import {count} from "./numbers.js";

export const captions = {
  validation: "What the estimators were checked against",
  promises: "Size and coverage in small samples",
  beside: "Bias, coverage and size beside the simple analysis",
  sessions: "What the interval of the sessions' ratings holds"
};

export const labels = {
  counted: "Who is counted, and how",
  bias: "Bias, from what was felt",
  felt: "Interval holds what was felt",
  marked: "Interval holds what all would have marked",
  truth: "Interval holds the truth",
  wrong: "Wrongly finds something"
};

export const promised = {size: "wrongly finds something", coverage: "interval holds the truth"};

export const agreement = (values: number, sets: number, worst: string): string =>
  `Checked against ${count(values)} published or R-computed values on ${count(sets)} data set${sets === 1 ? "" : "s"}; ` +
  `the worst relative error is ${worst}.`;
