import {yearCalled} from "../yearNoun.js";
import {agree} from "./agree.js";
import {capital, count, inWords, percent} from "./numbers.js";
import {lowered, spokenOf} from "./outcome.js";
import type {StudyWords} from "./words.js";

export interface NextStudy {
  /** years by which those drawn start before the rest */
  readonly years: number;
  readonly outcome: string;
  /** the smallest difference that matters: "1 percentage point" */
  readonly difference: string;
  readonly needed: number;
  /** at the participation of the last year: the year, the share, and how many units it takes */
  readonly atPresent: {readonly year: number; readonly share: number; readonly needed: number} | null;
  /** units, as they are published and in all */
  readonly now: {readonly units: number; readonly departments: number};
  /** all that the study has, where some have no value of what is compared */
  readonly all?: number;
  /** whether persons take part, who may not all do so */
  readonly persons: boolean;
}

/** The study that would settle more than this one can, with its size. */
export function nextStudy(
  {years, outcome, difference, needed, atPresent, now, all, persons}: NextStudy,
  {unit, person, programme}: StudyWords
): string {
  const draw = persons
    ? `Where ${programme} ${agree(programme, "starts", "start")} anew, draw at random which half of the ${unit.many} begins ${inWords(years)} years before the rest.`
    : `Draw at random which half of the ${unit.many} has ${programme} ${inWords(years)} years before the rest.`;
  const detect = `With ${count(needed)} ${unit.many}, four of five such studies would find a difference ${difference.endsWith(` ${lowered(outcome)}`) ? "" : `in ${spokenOf(outcome)} `}of ${difference}`;
  const found = persons ? `${detect} if every ${person.one} in a drawn ${unit.one} takes part` : detect;
  const present = atPresent
    ? ` If participation stays at the ${percent(atPresent.share)} of ${yearCalled(atPresent.year)}, it takes ${count(atPresent.needed)}.`
    : "";
  return `${draw} ${found}.${present} ${
    now.departments > now.units
      ? `Small ${unit.many} are taken together here, so ${count(now.departments)} count as ${count(now.units)}.`
      : all === undefined || all === now.units
        ? `There are ${count(now.units)} now.`
        : `Of the ${count(all)} here, ${count(now.units)} can be compared.`
  }`;
}

/** Where it was assigned at random already. */
export const drawnAlready = ({programme, unit}: StudyWords): string =>
  `${capital(programme)} ${agree(programme, "was", "were")} assigned at random. Another random assignment, among other ${unit.many}, would show whether the effect is the same there.`;

/** Why no other study is sized; null where the plan compares no units. */
export function noNextStudy(
  compared: {readonly noun: string; readonly isAmount: boolean} | null,
  {unit}: Pick<StudyWords, "unit">
): string {
  if (!compared) return "The plan names no exposure from which we could size another study.";
  return compared.isAmount
    ? `We give a size only for studies in which a draw decides who starts first. Here ${unit.many} differ in the level of ${compared.noun}, so we give none.`
    : "The rows are too few, or too much alike, to size another study.";
}
