import type {Study} from "../study/readStudy.js";
import type {Row} from "../disclosure/columnRule.js";

/** Whether a row is of a year in which the programme did not run yet, so that nobody can have taken part. */
export function beforeProgramme({programmeYears: [first]}: Pick<Study, "programmeYears">): (row: Row) => boolean {
  return ({fiscal_year: year}) => Number(year) < first;
}
