/**
 * Every finding, in the report's order: a row each, and nothing of it is known anywhere else but in its room, its SQL and
 * its table.
 */
import {defineFinding} from "./defineFinding.js";
import {advice as departmentsAdvice} from "./departments/advice.js";
import {advice as engagementAdvice} from "./engagement/advice.js";
import {advice as managersAdvice} from "./managers/advice.js";
import {advice as organisationAdvice} from "./organisation/advice.js";
import {words as organisationWords} from "./organisation/words.js";
import {purposeOutcome} from "./engagement/purposeOutcome.js";
import {claimed as organisationClaimed} from "./organisation/claimed.js";
import {managerColumns, organisationColumns, unitColumns} from "./plannedColumns.js";
import {advice as purposeAdvice} from "./purpose/advice.js";
import {advice as sessionsAdvice} from "./sessions/advice.js";
import {claimed as sessionsClaimed} from "./sessions/claimed.js";
import {say} from "../words/say.js";
import {lineNoun, personNoun} from "../words/studyNouns.js";

/** simulated estimates compare participation in steps of ten points */
const step = 0.1;

export const registry = {
  purpose: defineFinding({
    name: () => say("the purpose"),
    compares: "years",
    change: false,
    from: ["mixing"],
    beside: ["survey_measures", "purpose_scales", "department_years", "organisation_years"],
    planned: () => ({columns: ["other_line", "fiscal_year"], outcomes: ["other_line"]}),
    async claim(values, planned) {
      const {purpose} = await import("./purpose/claim.js");
      const {survey_measures: survey, purpose_scales: scales} = values;
      const {department_years: departmentYears, organisation_years: organisationYears} = values;
      return purpose(values.mixing, planned, {survey, scales, departmentYears, organisationYears});
    },
    derive: null,
    exhibits: async () => (await import("./purpose/exhibits.js")).purposePage,
    answers: {
      table: "mixing",
      choices: ["years"],
      get not() {
        return say("The sessions are counted for all {0} together, so only the years can be changed.", lineNoun().many);
      }
    },
    advice: purposeAdvice,
    simulated: {
      asked: "people of the other line met, first year to last",
      unit: "points",
      truth: null,
      always: true,
      claims: "change",
      article: false,
      twoYears: true
    }
  }),
  departments: defineFinding({
    name: ({unit}) => unit.many,
    compares: "departments",
    change: true,
    from: ["department_years"],
    beside: ["survey_measures"],
    planned: (measures) => ({columns: unitColumns(measures)}),
    async claim(values, planned, planFor) {
      const {departments} = await import("./departments/claim.js");
      const worthwhileSurvey = planFor("engagement")?.worthwhile;
      return departments(values.department_years, planned, {survey: values.survey_measures, worthwhileSurvey});
    },
    derive: async (input) => (await import("./departments/derive.js")).deriveDepartments(input),
    exhibits: async () => (await import("./departments/exhibits.js")).departmentsPage,
    answers: {table: "department_years", choices: ["definition", "outcome", "years", "line", "adjusted"]},
    advice: departmentsAdvice,
    simulated: {
      asked: "margin, for 10 points more taking part",
      unit: "points",
      truth: ({marginEffect}) => 100 * marginEffect * step,
      always: false,
      claims: "change",
      article: true
    }
  }),
  organisation: defineFinding({
    name: () => say("the organisation"),
    compares: "years",
    change: true,
    from: ["organisation_years"],
    beside: [],
    planned: (measures) => ({columns: organisationColumns(measures)}),
    claim: async (values, planned) =>
      (await import("./organisation/claim.js")).organisation(values.organisation_years, planned),
    unshown: organisationWords.unshown,
    derive: async (input) => (await import("./organisation/derive.js")).deriveOrganisation(input),
    exhibits: async () => (await import("./organisation/exhibits.js")).organisationPage,
    answers: {
      table: "organisation_years",
      choices: ["outcome", "years"],
      unitless: true,
      get not() {
        return say("Other definitions of participation are not released for the whole organisation.");
      }
    },
    advice: organisationAdvice,
    claimed: organisationClaimed,
    simulated: {
      asked: "participation and profit over nine years",
      unit: "r",
      truth: null,
      always: false,
      claims: "change",
      article: true
    }
  }),
  sessions: defineFinding({
    name: () => say("the sessions"),
    compares: "ratings",
    change: false,
    from: ["module_ratings", "session_estimates"],
    beside: [],
    planned: () => ({
      columns: ["rating", "reflective", "position", "module_id", "group_id", "manager_id"],
      outcomes: ["rating"]
    }),
    claim: async (values, planned) =>
      (await import("./sessions/claim.js")).sessions(values.module_ratings, values.session_estimates, planned),
    async otherWays(values, planned) {
      const {sessionsOtherwise} = await import("./sessions/claim.js");
      return sessionsOtherwise(values.module_ratings, values.session_estimates, planned);
    },
    derive: null,
    exhibits: async () => (await import("./sessions/exhibits.js")).sessionsPage,
    answers: {
      table: "module_ratings",
      choices: ["comparison"],
      get not() {
        return say("Single ratings are not released, so only comparisons made with the release can be chosen.");
      }
    },
    advice: sessionsAdvice,
    claimed: sessionsClaimed,
    simulated: {
      asked: "reflective modules above the others",
      unit: "points",
      truth: ({ratingReflective}) => ratingReflective,
      always: true,
      claims: "difference",
      article: true
    }
  }),
  managers: defineFinding({
    name: ({person}) => person.many,
    compares: "persons",
    change: true,
    from: ["manager_estimates"],
    beside: [],
    planned: () => ({
      columns: managerColumns,
      outcomes: ["z", "z_after"]
    }),
    claim: async (values, planned) => (await import("./managers/claim.js")).managers(values.manager_estimates, planned),
    otherWays: async (values, planned) =>
      (await import("./managers/claim.js")).managersOtherwise(values.manager_estimates, planned),
    derive: async (input) => (await import("./managers/derive.js")).deriveManagers(input),
    exhibits: async () => (await import("./managers/exhibits.js")).managersPage,
    answers: {
      table: "rating_years",
      choices: ["comparison"],
      get not() {
        return say(
          "Ratings of single {0} are not released, so only comparisons made with the release can be chosen.",
          personNoun().many
        );
      }
    },
    advice: managersAdvice,
    outcome: () => say("ratings"),
    simulated: {
      asked: "standing after the start",
      unit: "sd",
      truth: ({performanceEffect}) => performanceEffect,
      always: false,
      claims: "change",
      article: true
    }
  }),
  engagement: defineFinding({
    name: () => say("engagement"),
    compares: "departments",
    change: true,
    from: ["survey_measures", "department_years", "purpose_scales", "purpose_wording"],
    beside: [],
    planned: (measures) => ({columns: ["mean", ...unitColumns(measures)], outcomes: ["mean"]}),
    async claim(values, planned) {
      const {engagement} = await import("./engagement/claim.js");
      const {survey_measures: survey, department_years: years} = values;
      return engagement(survey, years, planned, {scales: values.purpose_scales, wording: values.purpose_wording});
    },
    derive: async (input) => (await import("./engagement/derive.js")).deriveEngagement(input),
    exhibits: async () => (await import("./engagement/exhibits.js")).engagementPage,
    answers: {
      table: "department_years",
      choices: ["definition", "outcome", "years", "line", "adjusted"],
      surveyed: true
    },
    advice: engagementAdvice,
    scored: true,
    outcome: purposeOutcome,
    simulated: {
      asked: "teamwork and communication, for 10 points more",
      unit: "points",
      truth: ({surveyPurposeEffect, surveyPersonSd}) => surveyPurposeEffect * surveyPersonSd * step,
      always: false,
      claims: "change",
      article: true
    }
  })
};

export type FindingId = keyof typeof registry;

export const findingIds = Object.keys(registry) as readonly FindingId[];

/** The released tables and models that some finding reads. */
export type SourceName = {
  [Id in FindingId]: (typeof registry)[Id]["from" | "beside"][number];
}[FindingId];
