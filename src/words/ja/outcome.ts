import type {Outcome} from "../en/outcome.js";
import type {Side} from "../en/words.js";

export const sideWord: Readonly<Record<Side, string>> = {higher: "高い", lower: "低い"};

/** "高く", before a verb. */
export const sideAdverb: Readonly<Record<Side, string>> = {higher: "高く", lower: "低く"};

/** "利益率が高い" */
export function didOutcome({label}: Outcome, side: Side): string {
  return `${label}が${sideWord[side]}`;
}

/** "高い利益率" */
export function withArticle(label: string, side: Side): string {
  return `${sideWord[side]}${label}`;
}

/** "利益率は" */
export function wasOutcome({label}: Outcome): string {
  return `${label}は`;
}

/** "利益率の差は" */
export function differsOutcome(label: string): string {
  return `${label}の差は`;
}

export const spokenOf = (label: string): string => label;

export const countsItself = (label: string, unit: string): boolean => label === unit;

export function lowered(label: string): string {
  return label;
}
