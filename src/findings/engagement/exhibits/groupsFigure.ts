import {series} from "../../../components/figures/series.js";
import {groupYears} from "../../../evidence/survey/groupYears.js";
import {decimal} from "../../../evidence/format.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {yearColumn} from "../../../components/parts/measureColumn.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {surveyInput} from "../surveyInput.js";
import {figures} from "../figures.js";

/** Answers of managers, for whom the programme is, and of all others. */
export function groupsFigure(input: FindingInput): Mark {
  const {tables, context, document} = input;
  const survey = surveyInput(input);
  const groups = tables.get("survey_groups");
  const years = survey && groups ? groupYears(groups, survey.focus) : [];
  const [start, end] = [years.at(0), years.at(-1)];
  if (!survey || !start || !end || years.length < 3) return htmlMark();
  const gap = ({manager, other}: {manager: number; other: number}): number => manager - other;
  const format = (value: number): string => decimal(value, 1);
  const told = (value: number): string => decimal(value, 2);
  return exhibit(
    document,
    {
      heading: figures.groups.heading,
      level: "h3",
      text: figures.groups.text(context.person.many, context.unit)
    },
    series(
      years,
      {
        time: yearColumn,
        columns: [
          {name: "manager", label: context.person.many, role: "participation", digits: 2, format, told},
          {name: "other", label: figures.groups.others, role: "outcome", digits: 2, format, told}
        ]
      },
      {
        together: true,
        height: 240,
        ...figureOptions(
          input,
          "engagement-groups",
          figures.groups.title(context.person.many, gap(start), start.fiscal_year, gap(end), end.fiscal_year),
          {subtitle: figures.groups.subtitle(survey.together)}
        )
      }
    )
  );
}
