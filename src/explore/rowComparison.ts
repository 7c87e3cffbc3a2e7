import type {Comparison} from "./comparison.js";

/** A row's comparison: another outcome, without a stretch that was chosen on this one. */
export function rowComparison({name}: {readonly name: string}, comparison: Comparison): Comparison {
  const controls = comparison.controls.filter((one) => one !== name);
  return {...comparison, outcome: name, controls, brush: null};
}
