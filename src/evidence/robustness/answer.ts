import type {Words} from "../context.js";
import {count, pValue, percent} from "../format.js";
import type {SpecificationFamily} from "./specifications.js";

const steady = 0.9;
const threshold = 0.05;

interface Leaning {
  readonly share: number;
  readonly sign: "positive" | "negative";
}

/** The sign that most estimates have, and the share that has it. */
export function leaning({positive}: Pick<SpecificationFamily, "positive">): Leaning {
  return positive >= 0.5 ? {share: positive, sign: "positive"} : {share: 1 - positive, sign: "negative"};
}

/** The page's title: whether the association within units stands when the choices change, and whether chance would do as much. */
export function robustnessAnswer({within}: {readonly within: SpecificationFamily}, unit: Words): string {
  const {share, sign} = leaning(within);
  const counted = `${percent(share)} of ${count(within.points.length)} defensible analyses`;
  if (share < steady) return `Within ${unit.many}, the sign depends on the choices: ${sign} in ${counted}`;
  const chance = within.joint?.median;
  if (chance === undefined) return `Within ${unit.many}, the association is ${sign} in ${counted}`;
  return chance < threshold
    ? `Within ${unit.many}, the association is ${sign} in ${counted}, and chance would rarely go as far`
    : `Within ${unit.many}, the association is ${sign} in ${counted}, as chance might have it`;
}

/** The same with its numbers, within units and across them. */
export function robustnessSentence(
  {within, across}: {readonly within: SpecificationFamily; readonly across: SpecificationFamily},
  unit: Words
): string {
  const {share, sign} = leaning(within);
  const other = leaning(across);
  return (
    `Compared with itself, a ${unit.one} gives a ${sign} estimate in ${percent(share)} of ${count(within.points.length)} ` +
    `analyses${chanceOf(within, unit)}. Compared with one another, ${unit.many} give a ${other.sign} one in ` +
    `${percent(other.share)} of ${count(across.points.length)}${chanceOf(across, unit)}; but ${unit.many} that were better ` +
    `before would give the same.`
  );
}

function chanceOf({joint}: SpecificationFamily, {many}: Words): string {
  if (!joint) return "";
  return (
    ` (if ${many} changed places at random, a median as far from none would come up with p ${pValue(joint.median)}, ` +
    `as much evidence in sum with p ${pValue(joint.stouffer)}; ${count(joint.draws)} draws)`
  );
}
