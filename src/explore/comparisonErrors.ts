/** What an estimate adds to its sketch, whose dots are known already: they need not be sent twice. */
import type {ComparisonEstimate} from "./estimateComparison.js";
import type {LensEstimate, LensFound} from "./lensEstimate.js";

export interface ComparisonErrors {
  readonly main: WithoutDots;
  readonly lenses: readonly LensFound<WithoutDots>[];
}

type WithoutDots = Omit<LensEstimate, "x" | "y" | "rows">;

export function errorsOf({main, lenses}: ComparisonEstimate): ComparisonErrors {
  const bare = withoutDots(main);
  return {main: bare, lenses: lenses.map((one) => (one === main ? bare : "reason" in one ? one : withoutDots(one)))};
}

/** The sketch with the errors that came after it. */
export function joinErrors(sketch: ComparisonEstimate, errors: ComparisonErrors): ComparisonEstimate {
  const main = {...sketch.main, ...errors.main};
  const lenses = errors.lenses.map((one, i) => {
    if (one === errors.main) return main;
    return "reason" in one ? one : {...(sketch.lenses[i] as LensEstimate), ...one};
  });
  return {data: sketch.data, main, lenses};
}

function withoutDots({x: _x, y: _y, rows: _rows, ...rest}: LensEstimate): WithoutDots {
  return rest;
}
