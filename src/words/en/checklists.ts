/** What the reporting checklists ask, and what is filled in: plain data in, text out. */
import type {AssignmentHow} from "./headline.js";
import {yearsSaid} from "../yearNoun.js";
import {capital, count, list} from "./numbers.js";

export const authors = "For the authors to write.";

/** The items of STROBE, in order. */
export const strobeAsks = [
  "Title that says the design",
  "Background and reason",
  "Objectives, stated before",
  "Design",
  "Setting and dates",
  "Participants",
  "Variables",
  "Data sources",
  "Bias",
  "Study size",
  "Quantitative variables",
  "Statistical methods",
  "Participants at each stage",
  "Descriptive data",
  "Outcome data",
  "Main results",
  "Other analyses",
  "Key results",
  "Limitations",
  "Interpretation",
  "Generalisability",
  "Funding"
] as const;

/** The items of TREND, in order. */
export const trendAsks = [
  "Title and abstract",
  "Background",
  "Participants",
  "Interventions",
  "Objectives",
  "Outcomes",
  "Sample size",
  "Assignment method",
  "Blinding",
  "Unit of analysis",
  "Statistical methods",
  "Participant flow",
  "Recruitment",
  "Baseline data",
  "Baseline equivalence",
  "Numbers analysed",
  "Outcomes and estimation",
  "Ancillary analyses",
  "Adverse events",
  "Interpretation",
  "Generalisability",
  "Overall evidence"
] as const;

/** The items of CONSORT, in order. */
export const consortAsks = [
  "Title and abstract",
  "Background and objectives",
  "Trial design",
  "Participants",
  "Interventions",
  "Outcomes",
  "Sample size",
  "Sequence generation",
  "Allocation concealment",
  "Implementation",
  "Blinding",
  "Statistical methods",
  "Participant flow",
  "Recruitment",
  "Baseline data",
  "Numbers analysed",
  "Outcomes and estimation",
  "Ancillary analyses",
  "Harms",
  "Limitations",
  "Generalisability",
  "Interpretation",
  "Registration",
  "Protocol",
  "Funding"
] as const;

export const checklistHeadings = {
  consort: "CONSORT, for trials with a random draw",
  strobe: "STROBE, for observational studies",
  trend: "TREND, for evaluations without a random draw"
};

/** Where on the site an item is answered. */
export const where = {
  bias: "The checks on each finding's page, and the table of threats in the report.",
  methods: "The methods page.",
  missing: "The methods page. Rows with a missing value are left out and counted by reason.",
  stages: "Rows read, rejected and withheld are on the data page.",
  outcomes: "The table below each figure.",
  others: (page: string): string => `${page} What the plan does not name is exploratory.`,
  protocol: "The plan and its versions are above.",
  units: "Each finding's page names its rows and the groups that its errors are clustered in.",
  baseline: "The overview shows every year, those before the programme too.",
  equivalence: "The checks of earlier differences on each finding's page.",
  estimates: "Each finding's page, with intervals.",
  results: (found: number): string =>
    found === 1
      ? "1 finding, on its own page, with its interval."
      : `${count(found)} findings, each on its own page, with intervals.`,
  ancillary: (page: string, unmade: readonly string[]): string =>
    unmade.length === 0 ? page : `${page} Not made: ${list([...unmade])}.`,
  comparisons: {robustness: "The robustness page.", findings: "Each finding's page."},
  cannot: (cannot: readonly string[]): string =>
    cannot.length === 0 ? "" : `What the report cannot show: ${cannot.join(" ")}`,
  files: (files: number): string => `${count(files)} ${files === 1 ? "file" : "files"}, listed on the data page.`
};

export const design = (start: string, several: boolean): string =>
  several ? `Units observed over the years. ${start}` : `Units observed in one year. ${start}`;

export const drawn = (units: string, record: string | null, account?: string | null): string =>
  `${account ?? `${capital(units)} were drawn at random.`} ${record === null ? "The record of the draw is not given." : `Record: ${record}.`}`;

/** A title that says the design. */
export const titled = (title: string, how: AssignmentHow, units: string): string =>
  `${title}: ${how === "randomised" ? "a randomised" : "an observational"} study of ${units}`;

/** The years that were observed, and the programme's where they are others. */
export function years(
  seen: readonly [number, number],
  {programme, programmeYears}: {readonly programme: string; readonly programmeYears: readonly [number, number]}
): string {
  const ran = yearsSaid(programmeYears);
  return `${capital(yearsSaid(seen))}${ran === yearsSaid(seen) ? "" : `; ${programme} in ${ran}`}`;
}

/** What there was where people don't take part: a tax, a grant. */
export interface Had {
  readonly noun: string;
  /** there is more or less of it */
  readonly isAmount: boolean;
  readonly units: {readonly one: string; readonly many: string};
}

/** Who decided who takes part, or what there was where. */
export function assigned(how: AssignmentHow, had: Had | null): string {
  const decided = had === null ? "who took part" : whereOf(had);
  return {
    randomised: `It was drawn at random ${decided}.`,
    "externally assigned": `Somebody other than those compared decided ${decided}.`,
    nominated: `Those in charge decided ${decided}.`,
    voluntary:
      had === null
        ? "People chose themselves whether to take part."
        : `The ${had.units.many} themselves decided ${decided}.`,
    unknown: `It is not known who decided ${decided}.`
  }[how];
}

const whereOf = ({noun, isAmount, units}: Had): string =>
  isAmount ? `the amount of ${noun} in each ${units.one}` : `which ${units.many} had ${noun}`;

export const described = {
  people: "Participation by unit and year is in the report.",
  units: "The report says where and when there was what is studied; the released tables hold every value."
};

export const exposure = {
  rounding: " Steps and bands are on the data page.",
  participation: {
    current: "the share who attended in the year",
    stock: "the share who ever completed the programme",
    dose: "sessions attended a person"
  }
};

export const sessions = (number: number): string =>
  `A full programme has ${count(number)} sessions. What happens in them: ${authors}`;
