import type {WorldTruth} from "../../src/evidence/worlds/world.js";
import {parameters} from "../simulate/parameters.js";

const {marginEffect, ratingReflective, performanceEffect, surveyPurposeEffect, surveyPersonSd} = parameters;

/** participation is compared in steps of ten points */
const step = 0.1;

/** What is true of each finding in its own unit; no row where the truth is of the mechanism alone. */
export const trueDifferences: readonly WorldTruth[] = [
  {finding: "departments", truth: 100 * marginEffect * step},
  {finding: "sessions", truth: ratingReflective},
  {finding: "managers", truth: performanceEffect},
  {finding: "engagement", truth: surveyPurposeEffect * surveyPersonSd * step}
];
