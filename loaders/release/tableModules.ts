import type {ReleasedTable} from "../../src/released/table.js";
import type {ReleaseModule} from "./releaseModule.js";
import {departmentYears} from "./tables/departmentYears.js";
import {events} from "./tables/events.js";
import {managerBalance} from "./tables/managerBalance.js";
import {managerFlow} from "./tables/managerFlow.js";
import {mixing} from "./tables/mixing.js";
import {moduleAnswers} from "./tables/moduleAnswers.js";
import {moduleRatings} from "./tables/moduleRatings.js";
import {movers} from "./tables/movers.js";
import {organisationYears} from "./tables/organisationYears.js";
import {ratingEffects} from "./tables/ratingEffects.js";
import {ratingShifts} from "./tables/ratingShifts.js";
import {ratingYears} from "./tables/ratingYears.js";
import {sessionResponse} from "./tables/sessionResponse.js";
import {sessionYears} from "./tables/sessionYears.js";
import {surveyGroups} from "./tables/surveyGroups.js";
import {surveyMeasures} from "./tables/surveyMeasures.js";
import {surveyScales} from "./tables/surveyScales.js";
import {surveyWording} from "./tables/surveyWording.js";

/** The tables that a study may release, by name; one not there is one whose raw tables the study lacks. */
export const tableModules = {
  department_years: departmentYears,
  organisation_years: organisationYears,
  events,
  mixing,
  module_ratings: moduleRatings,
  module_answers: moduleAnswers,
  session_response: sessionResponse,
  rating_years: ratingYears,
  manager_flow: managerFlow,
  manager_balance: managerBalance,
  rating_shifts: ratingShifts,
  rating_effects: ratingEffects,
  survey_measures: surveyMeasures,
  survey_scales: surveyScales,
  survey_wording: surveyWording,
  survey_groups: surveyGroups,
  session_years: sessionYears,
  movers
} satisfies Readonly<Record<string, ReleaseModule<ReleasedTable>>>;
