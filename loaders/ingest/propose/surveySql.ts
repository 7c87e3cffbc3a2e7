import {identifier, literal} from "../../study/quote.js";
import {headerLine} from "./headerLine.js";

export interface SurveyColumns {
  readonly resource: string;
  /** column that tells respondents apart; without one, rows do */
  readonly respondent: string | undefined;
  /** whether respondents are numbered from 1, as departments and other surveys' respondents may be too */
  readonly numbered?: boolean;
  /** column of the moment at which it was answered, or of its year */
  readonly answered: string;
  readonly yearly?: boolean;
  readonly department: string | undefined;
  /** how many were looked at: a middle answer that none of many gave is not on the scale */
  readonly respondents?: number;
  /** SQL of which rows count */
  readonly counts?: string;
  readonly items: readonly {readonly id: string; readonly wording: string; readonly answers: readonly string[]}[];
}

/** Mapping SQL of a survey with a column an item: responses, items, and the departments that are named. */
export function surveySql(survey: SurveyColumns): Record<string, string> {
  const departments: Record<string, string> = survey.department
    ? {departments: departmentsSql(survey.resource, survey.department)}
    : {};
  return {survey_responses: responsesSql(survey), survey_items: itemsSql(survey), ...departments};
}

/** respondents among whom somebody gives every answer that can be given */
const many = 20;

/** Answers of agreement as they are usually worded, from the least to the most. */
const scales: readonly (readonly string[])[] = [
  ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
  ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"],
  ["Strongly disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Strongly agree"],
  ["Stimme gar nicht zu", "Stimme eher nicht zu", "Teils/teils", "Stimme eher zu", "Stimme voll zu"],
  ["Stimme gar nicht zu", "Stimme nicht zu", "Weder noch", "Stimme zu", "Stimme voll zu"],
  [
    "Pas du tout d'accord",
    "Plutôt pas d'accord",
    "Ni d'accord ni pas d'accord",
    "Plutôt d'accord",
    "Tout à fait d'accord"
  ],
  [
    "Totalmente en desacuerdo",
    "En desacuerdo",
    "Ni de acuerdo ni en desacuerdo",
    "De acuerdo",
    "Totalmente de acuerdo"
  ],
  ["Never", "Rarely", "Sometimes", "Often", "Always"],
  ["まったくそう思わない", "そう思わない", "どちらともいえない", "そう思う", "とてもそう思う"]
];

/**
 * The scale that has every one of the answers, whatever letters are capitals, as the answers write it; without its middle
 * where none of many gave that alone, as in a scale of four points.
 */
export function scaleOf(answers: readonly string[], respondents = 0): readonly string[] | undefined {
  const written = new Map(answers.map((answer) => [answer.toLowerCase(), answer]));
  const scale = scales.find((one) => {
    const lower = one.map((answer) => answer.toLowerCase());
    return [...written.keys()].every((answer) => lower.includes(answer));
  });
  const said = scale?.map((answer) => written.get(answer.toLowerCase()) ?? answer);
  const middle =
    said && respondents >= many && said.length === written.size + 1 ? said[(said.length - 1) / 2] : undefined;
  return middle === undefined || answers.includes(middle) ? said : said?.filter((answer) => answer !== middle);
}

function responsesSql({
  resource,
  respondent,
  respondents,
  numbered,
  answered,
  yearly = false,
  department,
  counts,
  items
}: SurveyColumns): string {
  const answers = [...new Set(items.flatMap((item) => item.answers))].filter((answer) => answer !== "");
  const numeric = answers.every((answer) => /^\d+$/.test(answer));
  const scale = scaleOf(answers, respondents);
  const choices = (scale ?? answers.toSorted()).map((answer, i) => `  (${literal(answer)}, ${i + 1})`);
  const unit = department ? identifier(department) : "'FINISH'";
  const rows =
    respondent === undefined
      ? `(SELECT row_number() OVER (ORDER BY ${identifier(resource)}) AS respondent, * FROM ${identifier(resource)})`
      : identifier(resource);
  const from = counts ? `(SELECT * FROM ${rows} WHERE ${counts})` : rows;
  return [
    "-- grain       one row a respondent's response to an item; items passed over are left out",
    `-- inputs      ${resource}`,
    "-- parameters  none",
    "-- units       points of the item's scale",
    ...(counts ? headerLine("leaves out", resource, `NOT coalesce(${counts}, false)`) : []),
    ...headerLine("leaves out", resource, items.map(({id}) => `${identifier(id)} IS NULL`).join(" AND ")),
    ...(department ? [] : ["-- FINISH: no column names the respondent's department"]),
    ...(numeric || scale ? [] : ["-- FINISH: put the choices into order, from the least to the most"]),
    ...(scale?.length === 4
      ? [
          "-- FINISH: nobody gave a middle, so four points are taken; where the survey offered one, add it as the third of five"
        ]
      : []),
    ...(numeric ? [] : ["WITH choices (answer, response) AS (VALUES", choices.join(",\n"), ")"]),
    "SELECT",
    `  ${yearly ? `${identifier(answered)}::INTEGER` : `fiscal_year(${identifier(answered)}::DATE)`} AS fiscal_year,`,
    `  ${numbered ? `${literal(`${resource} `)} || ` : ""}${identifier(respondent ?? "respondent")}::VARCHAR AS respondent_id,`,
    "  item_id,",
    `  ${unit} AS department_id,`,
    numeric ? "  answer::INTEGER AS response" : "  choices.response",
    `FROM ${from}`,
    `UNPIVOT (answer FOR item_id IN (${items.map(({id}) => identifier(id)).join(", ")}))`,
    ...(numeric ? [] : ["LEFT JOIN choices USING (answer)"]),
    "ORDER BY fiscal_year, respondent_id, item_id",
    ""
  ].join("\n");
}

function itemsSql({resource, items, respondents}: SurveyColumns): string {
  const answers = [...new Set(items.flatMap((item) => item.answers))].filter((answer) => answer !== "");
  const inWords = answers.some((answer) => !Number.isFinite(Number(answer)));
  const most = inWords
    ? (scaleOf(answers, respondents) ?? answers).length
    : answers.map(Number).reduce((least, answer) => Math.max(least, answer), 5);
  const values = items.map(
    ({id, wording}) => `  (${literal(id)}, 'FINISH', ${literal(wording)}, 1, 1, ${most}, false, false)`
  );
  return [
    "-- grain       one row an item",
    `-- inputs      none: made from the header of ${resource}`,
    "-- parameters  none",
    "-- units       none",
    "-- FINISH: name each item's measure, in lower case, and say which items are reversed or are negative controls",
    "SELECT * FROM (VALUES",
    values.join(",\n"),
    ") AS items (item_id, measure, wording, wording_version, minimum, maximum, reversed, negative_control)",
    ""
  ].join("\n");
}

/** Departments as a file names them; all of one division, where no column says theirs. */
export function departmentsSql(
  resource: string,
  department: string,
  {name = department, division}: {readonly name?: string; readonly division?: string} = {}
): string {
  const line = division === undefined ? "'All'" : identifier(division);
  return [
    "-- grain       one row a department",
    `-- inputs      ${resource}`,
    "-- parameters  none",
    "-- units       none",
    ...headerLine("leaves out", resource, `${identifier(department)} IS NULL`),
    ...(division === undefined
      ? ["-- FINISH: give each department its line of business, or leave them all in one"]
      : []),
    `SELECT DISTINCT ${identifier(department)} AS department_id, ${identifier(name)} AS name, ${line} AS division`,
    `FROM ${identifier(resource)}`,
    `WHERE ${identifier(department)} IS NOT NULL`,
    "ORDER BY department_id",
    ""
  ].join("\n");
}
