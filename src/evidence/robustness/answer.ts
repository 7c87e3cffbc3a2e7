import type {Words} from "../context.js";
import {count, percent} from "../format.js";
import type {SpecificationFamily} from "./specifications.js";

const steady = 0.9;

interface Leaning {
  readonly share: number;
  readonly sign: "positive" | "negative";
}

/** The sign that most estimates have, and the share that has it. */
export function leaning({positive}: Pick<SpecificationFamily, "positive">): Leaning {
  return positive >= 0.5 ? {share: positive, sign: "positive"} : {share: 1 - positive, sign: "negative"};
}

/** The page's title: whether other reasonable analyses point the same way. */
export function robustnessAnswer({within}: {readonly within: SpecificationFamily}): string {
  const {share} = leaning(within);
  return share < steady
    ? `Other reasonable analyses point both ways`
    : `${shareOf(share, within)} reasonable analyses point the same way`;
}

/** The same with its numbers, within units and between them. */
export function robustnessSentence(
  {within, across}: {readonly within: SpecificationFamily; readonly across: SpecificationFamily},
  {one, many}: Words,
  {asRose, noun}: {readonly asRose: string; readonly noun: string}
): string {
  const {share, sign} = leaning(within);
  const other = leaning(across);
  const direction = {positive: "higher", negative: "lower"} as const;
  return (
    `Comparing each ${one} with itself, ${shareOf(share, within, "all")} analyses found a ${direction[sign]} ` +
    `outcome ${asRose}. Comparing ${many} with one another, ${shareOf(other.share, across, "all")} found a ${direction[other.sign]} one. Differences between ${many} that were there before would give the same. ` +
    `The analyses share data, so their number is not evidence.${chanceOf(within, many, noun)}`
  );
}

/** "97 % of 384", "all 88" */
const shareOf = (share: number, {points}: Pick<SpecificationFamily, "points">, all = "All"): string =>
  `${share === 1 ? all : `${percent(share)} of`} ${count(points.length)}`;

function chanceOf({joint}: SpecificationFamily, many: string, noun: string): string {
  if (!joint) return "";
  return ` If ${many} exchanged all their years of ${noun} at random, ${percent(joint.median, joint.median < 0.1 ? 1 : 0)} of draws would give as strong a result over all analyses at once. On the finding's own page, p by exchange is for the main comparison alone.`;
}
