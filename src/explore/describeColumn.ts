/** What a reader calls a column of a released table, and its unit: the study's own measures first, then the tables' own. */
import {type MeasureDescription, measureNamed} from "../evidence/measure.js";
import {lineNoun, personNoun} from "../words/studyNouns.js";
import type {ExploredStudy} from "./study.js";

type Told = readonly [label: string, unit: string, role?: MeasureDescription["role"]];

/** Columns that several tables have. */
const everywhere = (currency: string): Readonly<Record<string, Told>> => ({
  response: ["share who answered the survey", "share"],
  revenue_per_head: ["revenue per head", currency, "outcome"],
  favourable: ["share of favourable ratings", "share", "outcome"],
  mean: ["average rating", "points", "outcome"],
  ratings: ["number of ratings", "ratings"],
  respondents: ["people who answered", "people"],
  invited: ["people invited", "people"]
});

/** Columns that one table has, or that mean something else in it. */
const inTable = (): Readonly<Record<string, Readonly<Record<string, Told>>>> => ({
  mixing: {
    other_line: [`share of people met from the other ${lineNoun().one}`, "share", "outcome"],
    by_chance: [`share expected if groups formed regardless of ${lineNoun().one}`, "share"]
  },
  survey_measures: {mean: ["average score", "points"]},
  survey_groups: {mean: ["average score", "points"]},
  movers: {moved: [`${personNoun().many} who changed their unit`, "people"]},
  module_answers: {
    least: ["share of ratings at the lowest point", "share"],
    low: ["share of low ratings", "share"],
    middle: ["share of ratings in the middle", "share"],
    high: ["share of high ratings", "share"],
    most: ["share of ratings at the highest point", "share"]
  },
  module_means: {
    raw: ["average rating as given", "points"],
    modelled: ["average rating after adjustment", "points"]
  },
  session_response: {
    attending: [`share of ${personNoun().many} who came`, "share", "exposure"],
    rating: ["share of those who came who rated", "share", "outcome"]
  },
  rating_years: {
    mean: ["average appraisal", "standard deviations", "outcome"],
    expected: ["average expected by chance", "standard deviations"]
  },
  manager_balance: {
    before: ["difference before matching", "standard deviations", "exposure"],
    after: ["difference after matching", "standard deviations", "outcome"]
  },
  rating_shifts: {
    down: ["share rated lower", "share"],
    same: ["share rated the same", "share"],
    up: ["share rated higher", "share"]
  },
  survey_scales: {
    items: ["number of questions", "questions"],
    alpha: ["reliability (alpha)", ""],
    omega: ["reliability (omega)", ""],
    rwgj: ["agreement within units (rWG(J))", ""],
    icc1: ["share of variance between units (ICC(1))", ""],
    icc2: ["reliability of units' averages (ICC(2))", ""]
  }
});

/** @param tables  those whose column it may be, the one that it is read from first */
export function describeColumn(
  name: string,
  tables: readonly string[],
  {described, currency}: {described: ReadonlyMap<string, MeasureDescription>; currency: ExploredStudy["currency"]}
): MeasureDescription {
  const own = inTable();
  const told =
    tables.map((table) => own[table]?.[name]).find((one) => one !== undefined) ??
    (described.has(name) ? undefined : everywhere(currency.label)[name]);
  if (told === undefined) return measureNamed(described, name);
  const [label, unit, role = "context"] = told;
  return {name, label, unit, direction: "higher", role};
}
