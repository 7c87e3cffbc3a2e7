import {ols} from "../../stats/regression/ols.js";
import {shifted} from "./panel.js";
import type {Panel} from "./panel.js";

export interface Lag {
  /** years by which the outcome comes after the exposure */
  readonly lag: number;
  /** partial r, units and years taken out */
  readonly r: number;
}

const furthest = 3;

/** How the outcome goes with the exposure of so many years before or after it; a lag that can't be told is left out. */
export function lags({rows, outcome, exposure}: Panel): Lag[] {
  const columns = {unit: rows.map(({unit}) => unit), year: rows.map(({year}) => year), y: shifted(rows, outcome, 0)};
  return Array.from({length: 2 * furthest + 1}, (_, i) => i - furthest).flatMap((lag) => {
    try {
      const {terms, fit} = ols("y ~ x | unit + year", {...columns, x: shifted(rows, exposure, -lag)}, {vcov: "iid"});
      const t = terms[0]?.statistic ?? 0;
      return [{lag, r: t / Math.sqrt(t * t + fit.df_residual)}];
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}
