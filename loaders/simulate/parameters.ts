/**
 * What is true in a simulated study: every parameter with its unit. Nothing here was measured at any organisation; the
 * sizes are those of a company of some 2,000 employees and of effects as modest as such programmes may have.
 */
export interface Parameter {
  readonly value: number;
  readonly unit: string;
  readonly meaning: string;
}

const parameter = (value: number, unit: string, meaning: string): Parameter => ({value, unit, meaning});

export const catalogued = {
  firstYear: parameter(2011, "fiscal year", "first year of the programme"),
  programmeYears: parameter(9, "years", "length of the programme"),
  yearsBefore: parameter(2, "years", "years before the programme that have outcomes"),
  coarse: parameter(
    1,
    "0 or 1",
    "whether ratings and answers are put on their scales, or left as fine as they are felt"
  ),

  departments: parameter(34, "departments", "departments in the first year, of 3 to 30 managers"),
  headcountPerManager: parameter(4.7, "people", "employees for each manager"),
  reorganisationYear: parameter(2013, "fiscal year", "the largest department is split in two"),
  mergerYear: parameter(2016, "fiscal year", "two small departments of one line are merged"),
  moving: parameter(0.05, "share a year", "managers who move to another department"),
  movingMidyear: parameter(0.3, "share", "of these, on 1 October instead of 1 April"),
  leaving: parameter(0.05, "share a year", "managers of average rating who leave, and are replaced"),
  leavingRating: parameter(-0.3, "log odds an sd", "leaving, by the last rating"),
  promoted: parameter(0.05, "share a year", "managers of average rating who are promoted"),
  promotedRating: parameter(0.7, "log odds an sd", "promotion, by the last rating"),

  takeUpFirst: parameter(0.14, "share", "managers who take part in the first year"),
  takeUpLast: parameter(0.6, "share", "managers who take part in the last year"),
  selectionDepartment: parameter(0.55, "log odds an sd", "taking part, by the department's lasting quality"),
  selectionManager: parameter(0.3, "log odds an sd", "taking part, by the rating of the year before"),
  takeUpDepartment: parameter(0.7, "log odds, sd", "departments' taste for the programme"),
  takeUpManager: parameter(0.8, "log odds, sd", "managers' taste for the programme"),
  selectionTrend: parameter(
    0,
    "log odds a year an sd",
    "taking part, more each year, by the department's or manager's own slow trend"
  ),
  selectionShock: parameter(
    0,
    "log odds an sd",
    "taking part, by what is about to happen to the department or manager"
  ),
  mixingFirst: parameter(0.25, "share", "members placed in groups regardless of line, first year"),
  mixingLast: parameter(0.9, "share", "members placed in groups regardless of line, last year"),
  sessions: parameter(30, "sessions", "sessions of a programme, one a week"),
  groupSize: parameter(11, "managers", "members of a group"),
  minutes: parameter(75, "minutes", "length of a session"),
  presence: parameter(0.92, "share", "members present at the first session"),
  presenceFall: parameter(0.7, "log odds", "less of it by the last session"),
  presenceManager: parameter(0.5, "log odds, sd", "managers' reliability in coming"),
  quitting: parameter(0.004, "share a session", "members who stop coming for the rest of the year"),

  ratingMean: parameter(3.85, "points of 1 to 5", "rating of an average session at the year's start"),
  ratingReflective: parameter(0.22, "points", "reflective modules, above the others"),
  ratingModule: parameter(0.13, "points, sd", "modules of one mindset"),
  ratingManager: parameter(0.45, "points, sd", "managers' leniency"),
  ratingNoise: parameter(0.75, "points, sd", "one manager's ratings of one module"),
  ratingFatigue: parameter(-0.15, "points", "from the first session of the year to the last"),
  ratingResponse: parameter(0.75, "share", "sessions attended that are rated, at an average liking, first session"),
  ratingResponseLiking: parameter(0.35, "log odds a point", "rating a session, by its liking"),
  ratingResponseFall: parameter(0.6, "log odds", "less response by the last session"),

  performanceEffect: parameter(0.15, "sd", "ratings from the year after the first with sessions on"),
  performanceSpillover: parameter(0.03, "sd", "ratings of those who have not started, in a department wholly trained"),
  performanceStable: parameter(0.45, "share", "variance of ratings that stays with the manager"),
  performanceTenure: parameter(0.1, "sd a year", "ratings, for each of the first eight years as a manager"),
  performanceTrend: parameter(0, "sd a year, sd", "managers' own slow trends in their ratings"),
  performanceShock: parameter(0, "sd, sd", "what is about to happen to a manager's rating of the next year"),
  performanceReset: parameter(-0.5, "sd", "rating in the year of a promotion, half of it in the next"),
  relativeUntil: parameter(2014, "fiscal year", "last year of ratings by forced shares"),

  surveyPurposeEffect: parameter(
    0.15,
    "sd",
    "teamwork and cross-functional communication, from no to full participation"
  ),
  surveyOtherEffect: parameter(0.05, "sd", "the other measures; the negative controls not at all"),
  surveyPersonSd: parameter(0.7, "points, sd", "a person's answers from the department's"),
  surveyItemSd: parameter(0.6, "points, sd", "an item's answer from the person's score"),
  surveyDepartmentSd: parameter(0.16, "points, sd", "departments, each measure"),
  surveyYearSd: parameter(0.05, "points, sd", "a department's year, all measures but the controls"),
  surveySelection: parameter(0.12, "points an sd", "answers, by the department's lasting quality; not the controls"),
  surveyTrend: parameter(0, "points a year, sd", "departments' own slow trends, all measures but the controls"),
  surveyShock: parameter(0, "points, sd", "what is about to happen to a department's answers; not to the controls"),
  surveyManager: parameter(0.2, "points", "managers' answers above others'"),
  surveyCrisis: parameter(-0.12, "points", "all measures but the controls, in the crisis year"),
  surveyReworded: parameter(-0.3, "points", "the item put in other words, since then"),
  rewordedYear: parameter(2015, "fiscal year", "first year of the item's second wording"),
  itemSkipped: parameter(0.01, "share", "items passed over"),
  responseFirst: parameter(0.92, "share", "invited who answer, first year, at an average mood"),
  responseLast: parameter(0.78, "share", "the same in the last year"),
  responseDepartment: parameter(0.5, "log odds, sd", "departments' answering"),
  responseMood: parameter(0.35, "log odds an sd", "answering, by the person's mood"),

  marginMean: parameter(0.055, "share of revenue", "profit of an average department"),
  marginEffect: parameter(0.015, "share of revenue", "margin, from no to full participation in the year"),
  marginSelection: parameter(0.012, "share of revenue an sd", "margin, by the department's lasting quality"),
  marginNoise: parameter(0.01, "share of revenue, sd", "a year of a department of 60 people; smaller ones vary more"),
  marginPersistence: parameter(0.5, "correlation", "of that noise from year to year"),
  marginTrend: parameter(0, "share of revenue a year, sd", "departments' own slow trends in margin"),
  marginShock: parameter(0, "share of revenue, sd", "what is about to happen to a department's margin"),
  crisisYear: parameter(2014, "fiscal year", "a crisis of the market"),
  crisis: parameter(-0.02, "share of revenue", "margin in the crisis year, a third of it in the next"),
  crisisRevenue: parameter(-0.05, "share", "revenue in the crisis year"),
  revenuePerHead: parameter(17_500_000, "yen", "revenue for each employee, first year"),
  revenueGrowth: parameter(0.026, "share a year", "growth of it, with the sector"),
  revenueNoise: parameter(0.025, "share, sd", "yearly change of a department's revenue beside the sector's"),
  restatedYear: parameter(2015, "fiscal year", "accounts of that year were restated"),
  restatement: parameter(0.006, "share of revenue", "profit first reported above the restated one"),

  recordedTwice: parameter(0.03, "share", "completions that the learning system recorded a second time"),
  exportedTwice: parameter(0.01, "share", "rows that it exported twice")
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof catalogued;
export type Parameters = Readonly<Record<ParameterName, number>>;

export const parameters: Parameters = Object.fromEntries(
  Object.entries(catalogued).map(([name, {value}]) => [name, value])
) as Parameters;

/** Worlds in which coaching does nothing, by who takes part. */
export const nullKinds = ["pure", "selection", "trends", "shocks"] as const;

export type NullKind = (typeof nullKinds)[number];

const noEffect = {
  marginEffect: 0,
  performanceEffect: 0,
  performanceSpillover: 0,
  surveyPurposeEffect: 0,
  surveyOtherEffect: 0
};

const noSelection = {selectionDepartment: 0, selectionManager: 0};

const bySelection: Readonly<Record<NullKind, Partial<Parameters>>> = {
  /** anyone */
  pure: noSelection,
  /** better departments and managers */
  selection: {},
  /** those that have been improving for years, and more so each year */
  trends: {selectionTrend: 0.15, marginTrend: 0.0012, surveyTrend: 0.02, performanceTrend: 0.04},
  /** those that are about to improve, and know it */
  shocks: {selectionShock: 0.5, marginShock: 0.006, surveyShock: 0.05, performanceShock: 0.3}
};

/** The parameter sets in which coaching does nothing. */
export function nullParameters(kind: NullKind, from: Parameters = parameters): Parameters {
  return {...from, ...noEffect, ...bySelection[kind]};
}
