import {reworded, surveyItems, surveyMeasures} from "./catalogue.js";
import {chance} from "./chance.js";
import {yearsFromMiddle} from "./foresee.js";
import type {Department, Office} from "./office.js";
import {onScale} from "./onScale.js";
import {headcountOf} from "./reportFinance.js";

const middle = 3.3;

const measures = surveyMeasures.map((measure) => ({
  ...measure,
  items: surveyItems.filter((item) => item.measure === measure.name)
}));

/**
 * The yearly survey of every open department. A person in good mood answers more often and higher; better departments
 * answer higher; participation moves the purpose's measures most and the negative controls not at all.
 */
export function askSurvey(
  office: Office,
  year: number,
  managers: ReadonlyMap<Department, number>,
  participation: ReadonlyMap<Department, number>
): void {
  const {parameters: p, departments, tables, years, counts, prefix} = office;
  const source = office.stream("survey");
  const share = p.responseFirst + ((p.responseLast - p.responseFirst) * years.indexOf(year)) / (years.length - 1);
  const person = p.surveyPersonSd * Math.SQRT1_2;
  for (const department of departments) {
    const shock = source.normal() * p.surveyYearSd;
    if (department.closed !== null) continue;
    const invited = headcountOf(office, department, year);
    const leading = managers.get(department) ?? 0;
    tables.survey_invitations.push({fiscal_year: year, department_id: department.id, invited});
    const moved =
      shock +
      p.surveySelection * department.quality +
      p.surveyTrend * department.trend * yearsFromMiddle(office, year) +
      p.surveyShock * department.coming +
      (year === p.crisisYear ? p.surveyCrisis : 0);
    for (let k = 0; k < invited; k++) {
      const mood = source.normal();
      const answered = source.uniform() < chance(share, department.answering + p.responseMood * mood);
      tables.hidden_people.push({fiscal_year: year, department_id: department.id, mood, answered});
      if (!answered) continue;
      counts.respondents += 1;
      const row: Record<string, string | number | null> = {
        fiscal_year: year,
        respondent_id: `${prefix}R${String(counts.respondents).padStart(5, "0")}`,
        department_id: department.id,
        respondent_group: k < leading ? "manager" : "other"
      };
      for (const {name, purpose, control, items} of measures) {
        const effect = purpose ? p.surveyPurposeEffect : p.surveyOtherEffect;
        const score =
          middle +
          (department.climate.get(name) ?? 0) +
          (control ? 0 : moved + effect * p.surveyPersonSd * (participation.get(department) ?? 0)) +
          (control || k >= leading ? 0 : p.surveyManager) +
          person * (mood + source.normal());
        for (const {id, reversed, version} of items) {
          const felt = score + source.normal() * p.surveyItemSd + (version === 2 ? p.surveyReworded : 0);
          const skipped = source.uniform() < p.itemSkipped;
          if (id === reworded.id ? year >= p.rewordedYear : version === 2 && year < p.rewordedYear) continue;
          const answer = onScale(felt, 1, 5, p.coarse);
          row[id] = skipped ? null : reversed ? 6 - answer : answer;
        }
      }
      tables.survey.push(row);
    }
  }
}
