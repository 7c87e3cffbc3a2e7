import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";

export interface EValue {
  readonly point: number;
  /** of the interval's end nearer to 1; 1 where the interval holds 1; null without an interval */
  readonly interval: number | null;
}

/**
 * Least risk ratio with treatment and with outcome by which an unmeasured confounder could explain a ratio away.
 *
 * Model      E = RR + sqrt(RR (RR - 1)), ratios below 1 inverted first
 * Source     VanderWeele & Ding (2017), doi:10.7326/M16-2607
 */
export function eValue(
  ratio: number,
  {low, high, ...others}: {readonly low?: number; readonly high?: number} = {}
): EValue {
  closedOptions("eValue", others, ["low", "high"]);
  for (const [name, value] of Object.entries({ratio, low, high})) {
    if (value !== undefined && !(value > 0))
      throw new InvalidArgument(`invalid ${name}; not a ratio above 0: ${value}`);
  }
  if (low !== undefined && high !== undefined && low > high)
    throw new InvalidArgument(`invalid low; above high: ${low}`);
  const near = ratio >= 1 ? low : high;
  const crossed = near === undefined ? null : ratio >= 1 ? near <= 1 : near >= 1;
  return {point: strength(ratio), interval: near === undefined ? null : crossed ? 1 : strength(near)};
}

function strength(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above * (above - 1));
}
