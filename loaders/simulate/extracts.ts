/**
 * The raw files of a simulated study, as an analyst gets them: personnel files in CP932 with Japanese headers, an export
 * of the learning system with completions recorded twice, a survey in wide form under three header rows, accounts in
 * thousands of yen. What is looked up by hand (departments, modules, scales, items, events) is in the contract's form.
 */
import type {Extract} from "./extracts/extract.js";
import {plain} from "./extracts/plain.js";
import {personnel} from "./extracts/personnel.js";
import {appraisals} from "./extracts/appraisals.js";
import {completions, courses} from "./extracts/training.js";
import {answers} from "./extracts/answers.js";
import {accounts} from "./extracts/accounts.js";
import {sector} from "./extracts/sector.js";

export const extracts: readonly Extract[] = [
  plain("departments", "Departments"),
  plain("department_lineage", "Departments merged and split"),
  plain("modules", "Modules of the programme", {once: true}),
  plain("rating_scales", "Rating scales", {once: true}),
  plain("survey_items", "Survey items", {once: true}),
  plain("survey_invitations", "Survey invitations"),
  plain("events", "Events", {once: true}),
  plain("session_ratings", "Ratings of sessions", {whole: ["rating"]}),
  personnel,
  appraisals,
  courses,
  completions,
  answers,
  accounts,
  sector
];
