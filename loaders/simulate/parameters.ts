/**
 * What is true in a simulated study: every parameter with its unit. Nothing here was measured at any organisation; the
 * sizes are those of a company of some 2,000 employees and of effects as modest as such programmes may have.
 */
export const parameters = {
  /** departments */
  departments: 34,
  /** fiscal years before the programme that have outcomes */
  yearsBefore: 2,
  firstYear: 2011,
  programmeYears: 9,
  /** employees a manager */
  headcountPerManager: 4.7,
  /** share of managers who move to another department in a year */
  moving: 0.04,
  /** share of managers who leave, and are replaced, in a year */
  leaving: 0.05,
  /** share of managers promoted in a year */
  promoted: 0.04,

  /** share of managers who take part in the first and in the last year */
  takeUpFirst: 0.14,
  takeUpLast: 0.6,
  /** log odds of taking part for a department one sd better */
  selectionDepartment: 0.55,
  /** log odds of taking part for a manager one sd better rated in the year before */
  selectionManager: 0.3,
  /** sd of departments' taste for the programme, log odds */
  takeUpDepartment: 0.6,
  /** chance of being present at a session of one's group */
  presence: 0.86,
  /** share of each group that is drawn regardless of line, first and last year */
  mixingFirst: 0.25,
  mixingLast: 0.9,

  /** sessions in a programme */
  sessions: 30,
  groupSize: 11,
  minutes: 75,

  /** session ratings, scale 1 to 5: points */
  ratingMean: 3.75,
  ratingReflective: 0.22,
  ratingModule: 0.15,
  ratingManager: 0.45,
  ratingNoise: 0.75,
  /** points lost from the first to the last session of a year */
  ratingFatigue: 0.15,
  /** chance to rate a session attended, and log odds more of it a point of liking */
  ratingResponse: 0.68,
  ratingResponseLiking: 0.35,

  /** performance ratings: sd of a year's rating */
  performanceEffect: 0.15,
  /** share of a rating's variance that stays with the manager */
  performanceStable: 0.45,
  /** fall of a rating at promotion, sd */
  performanceReset: 0.4,
  /** gain of untrained managers for a department wholly trained, sd */
  performanceSpillover: 0.03,
  /** last fiscal year of relative ratings */
  relativeUntil: 2014,

  /** survey, sd of a person's score, from no to full participation of the department */
  surveyPurposeEffect: 0.15,
  surveyOtherEffect: 0.05,
  surveyPersonSd: 0.7,
  surveyItemSd: 0.6,
  surveyDepartmentSd: 0.16,
  /** points for a department one sd better */
  surveySelection: 0.12,
  /** share that answers, first and last year, and its sd between departments (log odds) */
  responseFirst: 0.92,
  responseLast: 0.78,
  responseDepartmentSd: 0.45,

  /** margin: share of revenue */
  marginMean: 0.055,
  marginEffect: 0.015,
  /** for a department one sd better */
  marginSelection: 0.012,
  marginNoise: 0.009,
  /** correlation of the noise from year to year */
  marginPersistence: 0.5,
  crisisYear: 2014,
  crisis: -0.028,
  /** yen a head and year, and its growth */
  revenuePerHead: 17_500_000,
  revenueGrowth: 0.022,
  revenueNoise: 0.03
} as const;

export type Parameters = {readonly [Name in keyof typeof parameters]: number};

/** The parameter sets in which coaching does nothing: without selection, and with it. */
export function nullParameters(kind: "pure" | "selection", from: Parameters = parameters): Parameters {
  const none = {
    marginEffect: 0,
    performanceEffect: 0,
    performanceSpillover: 0,
    surveyPurposeEffect: 0,
    surveyOtherEffect: 0
  };
  return kind === "selection" ? {...from, ...none} : {...from, ...none, selectionDepartment: 0, selectionManager: 0};
}
