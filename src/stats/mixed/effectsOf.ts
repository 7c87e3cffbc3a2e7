import type {RandomDesign} from "./mixedDesign.js";

/** Factor of the terms' covariance over the residual variance, by row, from that of z's columns. */
export function effectsOf({names, back}: RandomDesign, factor: Float64Array): readonly Float64Array[] {
  return back.map((row) =>
    Float64Array.from(names, (_, column) =>
      row.reduce((sum, value, k) => sum + (k < column ? 0 : value * factor[(k * (k + 1)) / 2 + column]!), 0)
    )
  );
}
