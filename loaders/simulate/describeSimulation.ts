import {surveyMeasures} from "./catalogue.js";
import {extracts} from "./extracts.js";
import type {Extract} from "./extracts/extract.js";
import type {Parameters} from "./parameters.js";
import {studyNames} from "./studyNames.js";
import {studyWords, worthwhileReasons} from "./studyWords.js";

/** `datapackage.json` of a simulated study. */
export function describeSimulation(parameters: Parameters, name: string): object {
  const {firstYear, programmeYears, sessions, minutes} = parameters;
  const purposeMeasures = surveyMeasures.filter(({purpose}) => purpose).map((measure) => measure.name);
  const dated = "2026-11-23";
  const term = "participation";
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title: "Peer coaching for managers: a synthetic reconstruction",
    description:
      "Simulated data of a company like one that ran peer coaching for nine years. Every figure is drawn by a seeded simulator with known effects; none is the figure of any real organisation.",
    licenses: [{name: "CC0-1.0", title: "Public domain"}],
    sources: [{title: "Longview's simulator, loaders/simulate"}],
    resources: extracts.map(describeExtract),
    study: {
      title: "Peer coaching for managers",
      organisation: "A company like Fujitsu SSL",
      synthetic: true,
      thresholds: {"activity.participants": 1},
      summary: `Managers of two lines of business met weekly in small groups for ${programmeYears} years, to coach one another. Did it do any good?`,
      fiscalYearStart: "04-01",
      timeZone: "Asia/Tokyo",
      currency: {code: "JPY", unit: 1, label: "yen"},
      words: {
        unit: {one: "department", many: "departments"},
        person: {one: "manager", many: "managers"},
        division: {one: "line of business", many: "lines of business"},
        programme: "peer coaching"
      },
      programmeYears: [firstYear, firstYear + programmeYears - 1],
      participation: "current",
      sessionsInProgramme: sessions,
      assignment: "voluntary",
      measures: surveyMeasures.map((measure) => ({
        name: measure.name,
        table: "survey_items",
        label: measure.label,
        unit: "points",
        direction: "higher",
        role: measure.control ? "negative control" : "outcome"
      })),
      plan: [
        {finding: "purpose", dated, specification: "other_line ~ fiscal_year", term: "fiscal_year", worthwhile: 0.1},
        {
          finding: "departments",
          dated,
          specification: "margin ~ participation | department_id + fiscal_year",
          term,
          worthwhile: 0.01
        },
        {finding: "organisation", dated, specification: "d(profit) ~ d(participation)", term, worthwhile: 0.5},
        {
          finding: "sessions",
          dated,
          specification: "rating ~ reflective + position + (1 | manager_id) + (1 | module_id) + (1 | group_id)",
          term: "reflective",
          worthwhile: 0.1
        },
        {
          finding: "managers",
          dated,
          specification: "z_after ~ started + z_before + z_earlier + tenure | fiscal_year",
          term: "started",
          worthwhile: 0.1
        },
        {
          finding: "engagement",
          dated,
          specification: "mean ~ participation | department_id + fiscal_year",
          term,
          worthwhile: 0.1
        }
      ].map((planned) => ({...planned, worthwhileBecause: worthwhileReasons[planned.finding]})),
      purpose: {label: "bringing two lines of business to work as one", measures: purposeMeasures},
      costs: [
        {label: "A place for one manager for a year: facilitator, room and material", amount: 85_000, unit: "yen"},
        {label: "A manager's time in a full programme", amount: (sessions * minutes) / 60, unit: "hours"}
      ],
      ...studyWords,
      names: studyNames,
      personalData: {purpose: "none: no person here exists", retention: "not limited"}
    }
  };
}

function describeExtract({name, path, title, encoding, dialect, fields, missingValues, ...keys}: Extract): object {
  const {primaryKey, foreignKeys} = keys;
  return {
    name,
    path,
    type: "table",
    title,
    format: "csv",
    mediatype: "text/csv",
    encoding,
    dialect,
    schema: {fields, primaryKey, foreignKeys, missingValues}
  };
}
