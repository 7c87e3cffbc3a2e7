import {standardDeviation} from "../../../src/stats/description/standardDeviation.js";
import type {Estimate} from "../../../src/stats/estimate.js";
import type {MixedFit} from "../../../src/stats/mixed/mixedModel.js";
import type {Row} from "../../disclosure/columnRule.js";
import {meanStep, roundTo} from "../../disclosure/round.js";

/** what a mean is of: the module, its mindset, and who rated it */
interface RatedRow {
  readonly module_id: string;
  readonly manager_id: string;
  readonly reflective: number;
}

/** of a published share or mean of ratings that a model gives */
export const finestStep = 0.01;

/**
 * Each module's mean as the model has it: the fixed terms at the module's own mindset and the average of all else, and the
 * module's conditional mode, with the mode's 95 % interval. Where many ratings make an interval narrower than it can be
 * printed, it is printed a step wide. There is none where modules' variance itself is estimated as zero, as far as printed.
 *
 * @param table       the model's columns, ratings among them
 * @param deviations  a value is printed no finer than so many standard deviations over the ratings behind it; 0 where that
 *                    rule is lifted
 */
export function modelledMeans(
  {terms, fit}: Pick<Estimate<Pick<MixedFit, "modes" | "variances">>, "terms" | "fit">,
  rows: readonly RatedRow[],
  table: Readonly<Record<string, readonly (string | number)[]>>,
  deviations: number
): Row[] {
  const modes = fit.modes?.module_id;
  if (!modes) return [];
  const middle = (name: string): number => {
    const column = table[name];
    if (!column)
      throw new RangeError(`invalid plan for sessions; ${name} is no column of session_rows; name one of them`);
    return column.reduce<number>((sum, value) => sum + Number(value), 0) / column.length;
  };
  const middles = new Map(terms.map(({term}) => [term, term === "(Intercept)" ? 1 : middle(term)]));
  const spread = standardDeviation((table.rating ?? []).map(Number));
  const apart = 1.96 * Math.sqrt(fit.variances.module_id?.["(Intercept)"] ?? 0) >= finestStep;
  return [...new Set(rows.map(({module_id}) => module_id))].map((id) => {
    const own = rows.filter(({module_id}) => module_id === id);
    const mode = modes[id]?.["(Intercept)"] ?? {estimate: 0, se: 0};
    const at = terms.reduce(
      (sum, {term, estimate}) =>
        sum + estimate * (term === "reflective" ? (own[0]?.reflective ?? 0) : (middles.get(term) ?? 0)),
      0
    );
    const step = Math.max(finestStep, meanStep(own.length, deviations * spread));
    const mean = at + mode.estimate;
    const reach = apart ? Math.max(1.96 * mode.se, step) : null;
    return {
      module_id: id,
      raters: new Set(own.map(({manager_id: rater}) => rater)).size,
      modelled: roundTo(mean, step),
      modelled_low: reach === null ? null : roundTo(mean - reach, step),
      modelled_high: reach === null ? null : roundTo(mean + reach, step)
    };
  });
}
