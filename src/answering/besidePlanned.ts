import {forest} from "../components/figures/forest.js";
import {figureOptions} from "../components/parts/figureOptions.js";
import type {Finding} from "../evidence/finding.js";
import {claimHeadings} from "../words/claimed.js";
import {say} from "../words/say.js";

/** The main figure where another comparison was chosen: its estimate, and the plan's where both have one unit. */
export function besidePlanned(
  {id, primary}: Finding,
  planned: Finding | undefined,
  {label, ...place}: {readonly label: string; readonly source: string; readonly document: Document}
): Element | null {
  if (!primary) return null;
  const main = planned?.primary;
  const same = main && main.unit === primary.unit ? [{...main, label: claimHeadings.main}] : [];
  const title = say("The difference, by comparison");
  const subtitle = same.length > 0 ? say("The main comparison, and the one chosen") : label;
  return forest([...same, {...primary, label}], figureOptions(place, `${id}-lead`, title, {subtitle}));
}
