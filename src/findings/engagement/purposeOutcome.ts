import type {EvidenceContext} from "../../evidence/context.js";
import {measureNamed} from "../../evidence/measure.js";
import {list} from "../../words/numbers.js";
import {lowered} from "../../words/outcome.js";
import {say} from "../../words/say.js";

/** The purpose's measures, as the headline calls them together. */
export function purposeOutcome({measures, purpose}: Pick<EvidenceContext, "measures" | "purpose">): string {
  const focus = purpose?.measures ?? [];
  return focus.length === 0
    ? say("engagement")
    : list(focus.map((name) => lowered(measureNamed(measures, name).label)));
}
