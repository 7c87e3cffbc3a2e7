import type {SurveyCells} from "./surveyCells.js";

/** Share who answered in each unit and year; both counts are rounded, so that it is held to 1. */
export function responseOf({respondents, invited}: SurveyCells): number[] {
  return respondents.map((n, i) => Math.min(1, n / (invited[i] ?? NaN)));
}

/** Answers over invitations of the units and years that a test picks; NaN where neither is known. */
export function responseOverall(
  {respondents, invited}: SurveyCells,
  of: (place: number) => boolean = () => true
): number {
  const both = respondents.flatMap((n, i) =>
    Number.isNaN(n + (invited[i] ?? NaN)) || !of(i) ? [] : [{n, of: invited[i] ?? 0}]
  );
  return both.reduce((sum, {n}) => sum + n, 0) / both.reduce((sum, one) => sum + one.of, 0);
}
