/**
 * When the difference shows: the main comparison by the exposure of the same year, of the year before, and of both at once.
 *
 * Model      y_it = b x_it + c x_i,t-1 + unit + year, each alone and both together, in the plan's form
 * Errors     as of the main comparison: by unit, of few units the wild cluster bootstrap
 * Not here   longer lags, which so few years do not tell apart
 */
import type {Evidence} from "../../evidence/finding.js";
import {ifIdentified} from "../../evidence/ifIdentified.js";
import {clusteredEvidence} from "../../evidence/panel/clusteredEvidence.js";
import {type DepartmentPanel, timeColumn, unitColumn, yearsWithBoth} from "../../evidence/panel/departmentPanel.js";
import {fewestYears} from "../../evidence/panel/fewestYears.js";
import {shifted} from "../../evidence/panel/shifted.js";
import type {Words} from "../../evidence/context.js";

/** Of which year the exposure is, and whether that of the other year is beside it. */
export interface TimingWords {
  readonly sameYear: string;
  readonly yearBefore: string;
  readonly sameYearBeside: string;
  readonly yearBeforeBeside: string;
}

/** None where the plan does not compare each unit with itself in the same year's exposure, or years are too few. */
export function timing(
  panel: DepartmentPanel,
  primary: Evidence,
  unit: Words,
  words: TimingWords
): readonly Evidence[] {
  const {absorbed, term, right, columns, order} = panel;
  const absorbs = [unitColumn, timeColumn].every((name) => absorbed.includes(name));
  if (!absorbs || order.time !== undefined || yearsWithBoth(panel).length < fewestYears) return [];
  const before = "exposure_before";
  const bars = absorbed.join(" + ");
  const by = (terms: string, asked: string, label: string): Evidence[] => {
    const specification = `${panel.left} ~ ${terms} | ${bars}`;
    const changed = {...panel, specification, term: asked, columns: {...columns, [before]: shifted(panel, 1)}};
    const found = ifIdentified(() => clusteredEvidence(changed, unit));
    return found ? [{...found, label}] : [];
  };
  const rest = right === term ? "" : ` + ${right}`;
  const earlier = [
    ...by(`${before}${rest.replace(` + ${term}`, "")}`, before, words.yearBefore),
    ...by(`${right} + ${before}`, term, words.sameYearBeside),
    ...by(`${right} + ${before}`, before, words.yearBeforeBeside)
  ];
  return earlier.length === 0 ? [] : [{...primary, label: words.sameYear}, ...earlier];
}
