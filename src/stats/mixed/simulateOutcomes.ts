import {closedOptions} from "../errors/closedOptions.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {Table} from "../formula/table.js";
import type {Random} from "../random.js";
import {maximise} from "./maximise.js";
import {coefficients} from "./fixedPart.js";

/** Outcomes as the fitted model would draw them, for the rows that it used. */
export function simulateOutcomes(
  formula: string,
  table: Table,
  options: Pick<FrameOptions, "levels"> = {}
): (draw: Random) => {rows: Int32Array; y: Float64Array} {
  closedOptions("simulateOutcomes", options, ["levels"]);
  const {design, problem, factors, solution, sigma} = maximise(formula, table, true, options);
  const b = coefficients(design, problem, solution);
  const along = design.names.map((_, j) => design.r.reduce((sum, column, k) => sum + (column[j] ?? 0) * b[k]!, 0));
  return (draw) => {
    const y = new Float64Array(design.n);
    design.q.forEach((basis, j) => {
      for (let row = 0; row < design.n; row++) y[row]! += along[j]! * basis[row]!;
    });
    design.random.forEach(({codes, z}, i) => {
      const effects = Array.from({length: codes.levels}, () => {
        const u = z.map(() => draw.normal());
        return z.map((_, row) =>
          u.reduce((sum, value, k) => sum + (k > row ? 0 : factors[i]![(row * (row + 1)) / 2 + k]! * value), 0)
        );
      });
      z.forEach((column, k) => {
        for (let row = 0; row < design.n; row++) y[row]! += sigma * column[row]! * effects[codes.codes[row]!]![k]!;
      });
    });
    return {rows: design.rows, y: y.map((value) => value + sigma * draw.normal())};
  };
}
