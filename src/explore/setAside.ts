import {list} from "../evidence/format.js";
import type {Comparison} from "./comparison.js";
import {habits} from "./defaultComparison.js";
import type {Grain} from "./grain.js";

type Part = "brush" | "lag" | "transform" | "controls" | "weights" | "effects";

const called = ({timeWords}: Grain): Readonly<Record<Part, string>> => ({
  brush: "the stretch",
  lag: `the ${timeWords.many} between the two`,
  transform: "how they are measured",
  controls: "what is adjusted for",
  weights: "the weights",
  effects: "what is taken out"
});

/** What a view does without of a comparison, in a sentence; nothing where it has none of that. */
export function setAside(comparison: Comparison, grain: Grain, parts: readonly Part[]): string | undefined {
  const {transform, effects} = habits(grain);
  const has: Readonly<Record<Part, boolean>> = {
    brush: comparison.brush !== null,
    lag: comparison.lag !== 0,
    transform: comparison.transform !== transform,
    controls: comparison.controls.length > 0,
    weights: comparison.weights !== null,
    effects: comparison.effects !== effects
  };
  const left = parts.filter((part) => has[part]).map((part) => called(grain)[part]);
  return left.length === 0 ? undefined : `Chosen, but not used in this view: ${list(left)}.`;
}
