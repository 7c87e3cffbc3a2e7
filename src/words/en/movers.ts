/** What the page on the data says of people who changed unit: plain data in, text out. */
import {yearCalled, yearNoun} from "../yearNoun.js";
import {capital, count, counted, inWords, list} from "./numbers.js";
import type {StudyWords} from "./words.js";

type Named = Pick<StudyWords, "unit" | "person">;

export interface Movers {
  /** years that are looked at, and of them those in which too few moved for the number to be shown */
  readonly years: number;
  readonly withheld: number;
  /** the least and the most who moved in a year; null where no year's number is shown */
  readonly range: readonly [least: number, most: number] | null;
}

export const caption = ({unit, person}: Named): string => `${capital(person.many)} who changed ${unit.one}`;

export const columns = {
  managers: ({person}: Named): string => `${capital(person.many)} in post then and the ${yearNoun().one} before`,
  moved: ({unit}: Named): string => `In another ${unit.one} than before`
};

/** How many moved, and where they count. */
export function sentence({years, withheld, range}: Movers, {unit, person}: Named): string {
  const {one} = yearNoun();
  const few =
    withheld === 0
      ? ""
      : ` In ${withheld === years ? (years === 1 ? "the one" : "each") : inWords(withheld)} ${withheld === 1 || withheld === years ? one : yearNoun().many} too few moved for the number to be shown.`;
  const many =
    range === null
      ? ""
      : ` ${years - withheld === 1 ? `In one ${one}` : `From one ${one} to the next`}, ${range[0] === range[1] ? `about ${count(range[0])}` : `${count(range[0])} to ${count(range[1])}`} ${person.many} changed ${unit.one}.`;
  return `Participation counts in the ${unit.one} where ${person.many} were on the day of the session.${many}${few}`;
}

/** Units that passed their people on: nobody moved by that. */
export const reorganised = (
  years: readonly {readonly fiscal_year: number; readonly departments: number}[],
  {unit, person}: Named
): string =>
  `${capital(person.many)} whose ${unit.one} was merged or split are not counted as having moved. ` +
  `${capital(list(years.map(({fiscal_year: year, departments}) => `${counted(departments, unit)} in ${yearCalled(year)}`)))} passed people on to others.`;
