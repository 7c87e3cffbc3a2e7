import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {normalDensity, normalUpper} from "../distribution/normal.js";

export interface Selection {
  readonly mean: number;
  /** standard deviation of one measurement */
  readonly sd: number;
  /** correlation of two measurements of the same person without any effect */
  readonly reliability: number;
  readonly cutoff: number;
  readonly side: "below" | "above";
  /** measurements averaged before selection */
  readonly measures?: number;
}

/**
 * Change to expect of persons selected by a cutoff, with no effect at all.
 *
 * Model      v = s_b^2 + s_w^2 / k, z the cutoff in sqrt(v) away from the mean; (s_w^2 / k) / sqrt(v) phi(z) / Phi(-z),
 *            s_b^2 = reliability sd^2 between persons, s_w^2 the rest, k measurements
 * Source     Barnett, van der Pols & Dobson (2005), doi:10.1093/ije/dyh299, equations 1 and 2
 * Not here   distributions other than normal
 *
 * @returns the expected change towards the mean: positive for persons selected below, negative above
 */
export function regressionToMean({mean, sd, reliability, cutoff, side, measures = 1, ...others}: Selection): number {
  closedOptions("regressionToMean", others, ["mean", "sd", "reliability", "cutoff", "side", "measures"]);
  for (const [name, value] of Object.entries({mean, cutoff}))
    if (!Number.isFinite(value)) throw new InvalidArgument(`invalid ${name}; not a number: ${String(value)}`);
  if (!(sd > 0)) throw new InvalidArgument(`invalid sd; not above 0: ${sd}`);
  if (!(reliability >= 0 && reliability <= 1))
    throw new InvalidArgument(`invalid reliability; not in [0, 1]: ${reliability}`);
  if (!(Number.isInteger(measures) && measures >= 1))
    throw new InvalidArgument(`invalid measures; not a whole number above 0: ${measures}`);
  if (side !== "below" && side !== "above")
    throw new InvalidArgument(`invalid side; neither below nor above: ${String(side)}`);
  const within = ((1 - reliability) * sd * sd) / measures;
  const spread = Math.sqrt(reliability * sd * sd + within);
  const sign = side === "below" ? 1 : -1;
  const z = (sign * (mean - cutoff)) / spread;
  const upper = normalUpper(z);
  if (upper === 0) throw new InvalidArgument(`invalid cutoff; nobody lies ${side} it: ${cutoff}`);
  return within === 0 ? 0 : sign * (within / spread) * (normalDensity(z) / upper);
}
