import {decimal} from "../../words/numbers.js";

/** A fitted estimate beside a published one, both to the digits that were printed. */
export function compareWithPublished(
  printed: {readonly estimate: string; readonly se: string},
  fitted: {readonly estimate: number; readonly se: number | null}
): {readonly estimate: string; readonly se: string; readonly agrees: boolean} {
  const like = (text: string, value: number): string => decimal(value, text.split(".")[1]?.length ?? 0);
  const estimate = like(printed.estimate, fitted.estimate);
  const se = fitted.se === null ? "" : like(printed.se, fitted.se);
  const same = (a: string, b: string): boolean => Number(a.replace("\u2212", "-")) === Number(b.replace("\u2212", "-"));
  return {estimate, se, agrees: same(estimate, printed.estimate) && same(se, printed.se)};
}
