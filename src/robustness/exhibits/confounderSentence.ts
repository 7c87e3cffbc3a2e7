import type {EvidenceContext} from "../../evidence/context.js";
import {benchmarkName} from "./choiceName.js";
import {inWords} from "../../words/en/numbers.js";
import {percent} from "../../evidence/format.js";
import type {Confounder} from "../../evidence/robustness/confounder.js";

/** How strong a hidden cause would have to be, in words. */
export function confounderSentence(found: Confounder | null, noun: string, context: EvidenceContext): string {
  if (!found)
    return `We could not make this comparison: too little is left of ${noun} or of the outcome within units and years.`;
  const {estimate, interval} = found;
  return (
    `To remove the estimate, a hidden cause must explain ${percent(estimate, 1)} of what remains of ${noun} and of the outcome. ` +
    `To make it unclear, ${percent(interval, 1)}.${benchmarkWords(found, context)}`
  );
}

/** What the strongest of the measured ones, taken three times over, would leave. */
function benchmarkWords({benchmarks, grid}: Confounder, context: EvidenceContext): string {
  const planned = grid[0]?.estimate ?? 0;
  const least = benchmarks.toSorted((a, b) => a.estimate / planned - b.estimate / planned)[0];
  if (!least || planned === 0) return "";
  const left = least.estimate / planned;
  return (
    ` A cause ${least.multiple === 1 ? "as strong as" : `${inWords(least.multiple)} times as strong as`} the ${benchmarkName(least.label, context)} would ` +
    `${left < 0 ? "more than remove the estimate" : `leave ${percent(left)} of the estimate`}. No other cause that we measured would leave less.`
  );
}
