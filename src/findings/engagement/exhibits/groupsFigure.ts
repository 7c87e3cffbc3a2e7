import {series} from "../../../components/figures/series.js";
import {groupYears} from "../../../evidence/survey/groupYears.js";
import {capital, decimal, signed} from "../../../evidence/format.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {surveyInput} from "./surveyInput.js";

/** Answers of managers, for whom the programme is, and of all others. */
export function groupsFigure(input: FindingInput): Mark {
  const {tables, context, document} = input;
  const survey = surveyInput(input);
  const groups = tables.get("survey_groups");
  const years = survey && groups ? groupYears(groups, survey.focus) : [];
  const [start, end] = [years.at(0), years.at(-1)];
  if (!survey || !start || !end || years.length < 3) return htmlMark();
  const gap = ({manager, other}: {manager: number; other: number}): string => signed(manager - other);
  const format = (value: number): string => decimal(value, 1);
  return exhibit(
    document,
    {
      heading: "Who answered what?",
      level: "h3",
      text:
        `${capital(context.person.many)} are those who can take part; the others can only be touched through them. Answers of the two ` +
        `are never set side by side within a ${context.unit.one}, so that only years and lines can be told apart: too few to put an ` +
        `interval to a difference.`
    },
    series(
      years,
      {
        time: yearColumn,
        columns: [
          {name: "manager", label: context.person.many, role: "participation", digits: 2, format},
          {name: "other", label: "all others", role: "outcome", digits: 2, format}
        ]
      },
      {
        together: true,
        height: 240,
        ...figureOptions(
          input,
          "engagement-groups",
          `${capital(context.person.many)} stood ${gap(start)} points from all others in ${start.fiscal_year}, ${gap(end)} in ${end.fiscal_year}`,
          {subtitle: `Mean of ${survey.together}, points of the scale`}
        )
      }
    )
  );
}
