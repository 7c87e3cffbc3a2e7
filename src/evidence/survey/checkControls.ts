import {adjust} from "../../stats/adjustment/adjust.js";
import type {Check} from "../check.js";
import type {Evidence} from "../finding.js";
import {decimal, digitsFor, interval, list} from "../format.js";

/**
 * Whether negative controls stay where they are: passed where the interval of every one lies within the margin, failed
 * where one is clear of no difference once all are counted and reaches beyond it; else it can't be told.
 */
export function checkControls(controls: readonly Evidence[], margin: number): Check {
  const adjusted = adjust(
    controls.map(({p}) => p),
    "holm"
  );
  const within = ({low, high}: Evidence): boolean => low !== null && high !== null && low > -margin && high < margin;
  const moved = controls.filter((one, i) => !within(one) && (adjusted[i] ?? 1) < 0.05);
  const held = controls.filter(within);
  const ranges = controls.map(({label, low, high}) =>
    low === null || high === null ? `${label} has no interval` : `${label} ${interval(low, high)}`
  );
  return {
    domain: "selection",
    asked: "Do the negative controls stay where they are?",
    verdict: moved.length > 0 ? "failed" : held.length === controls.length ? "passed" : "unknown",
    why:
      `${held.length} of ${controls.length} lie within ${decimal(margin, digitsFor(0, 2 * margin))} either way, ` +
      `${moved.length === 0 ? "none" : moved.length} differ clearly (${list(ranges)}).`
  };
}
