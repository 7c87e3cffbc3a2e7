import type {EvidenceContext} from "../../evidence/context.js";
import {benchmarkName} from "./choiceName.js";
import type {Confounder} from "../../evidence/robustness/confounder.js";
import {confounder as words} from "../words.en.js";

/** How strong a hidden cause would have to be, in words. */
export function confounderSentence(found: Confounder | null, noun: string, context: EvidenceContext): string {
  if (!found) return words.impossible(noun);
  const {estimate, interval} = found;
  return [words.strength(noun, estimate, interval), benchmarkWords(found, context)].filter(Boolean).join(" ");
}

/** What the strongest of the measured ones, taken three times over, would leave. */
function benchmarkWords({benchmarks, grid}: Confounder, context: EvidenceContext): string {
  const planned = grid[0]?.estimate ?? 0;
  const least = benchmarks.toSorted((a, b) => a.estimate / planned - b.estimate / planned)[0];
  if (!least || planned === 0) return "";
  return words.beside(benchmarkName(least.measured, context), least.multiple, least.estimate / planned);
}
