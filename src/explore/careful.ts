import type {Exchange} from "./exchangeOf.js";
import {correlationsOf, type Interval, type LensEstimate} from "./lensEstimate.js";

/** The estimate as it is printed: with the careful interval, that of r in step with it, and the larger of the two p. */
export function carefulEstimate(main: LensEstimate, exchange: Exchange | null): LensEstimate {
  const slopeInterval = carefulInterval(main, exchange);
  return {
    ...main,
    slopeInterval,
    rInterval: slopeInterval && correlationsOf(slopeInterval, main.ratio),
    p: main.p === null ? null : Math.max(main.p, exchange?.p ?? 0)
  };
}

/** The interval that is printed: that of the errors, and at either end that of the exchange where it reaches further. */
export function carefulInterval({slopeInterval}: LensEstimate, exchange: Exchange | null): Interval | null {
  if (slopeInterval === null) return null;
  const other = exchange?.interval ?? slopeInterval;
  return [Math.min(slopeInterval[0], other[0]), Math.max(slopeInterval[1], other[1])];
}
