import type {Comparison} from "./comparison.js";
import {habits} from "./defaultComparison.js";
import type {MatrixEntry} from "./estimateMatrix.js";
import {type Grain, measureIn} from "./grain.js";

/** A cell's comparison as the matrix makes it: of the same years and lines, and nothing else of what is chosen. */
export function cellComparison({a, b}: Pick<MatrixEntry, "a" | "b">, comparison: Comparison, grain: Grain): Comparison {
  const first = a === comparison.exposure || measureIn(grain, a).role === "exposure";
  const [exposure, outcome] = first ? [a, b] : [b, a];
  return {...comparison, ...habits(grain), exposure, outcome, lag: 0, controls: [], weights: null, brush: null};
}
