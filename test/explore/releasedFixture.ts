/** A panel of 24 units in two lines and 11 years in which each measure has levels, years' marks and its own slow course. */
import {random} from "../../src/stats/random.js";
import type {ExploredStudy} from "../../src/explore/study.js";
import type {ReleasedRow, ReleasedTable} from "../../src/released/table.js";

export const study: ExploredStudy = {
  title: "A study",
  organisation: "A company",
  licenses: [{name: "CC0-1.0", title: "Public domain"}],
  synthetic: true,
  programmeYears: [2011, 2019],
  measures: ["teamwork", "trust", "canteen"].map((name) => ({
    name,
    label: name,
    unit: "points",
    direction: "higher",
    role: name === "canteen" ? "negative control" : "outcome"
  })),
  currency: {label: "yen"},
  words: {unit: {one: "department", many: "departments"}},
  plan: [
    {
      finding: "departments",
      dated: "2026-11-23",
      specification: "margin ~ participation | department_id + fiscal_year",
      term: "participation",
      worthwhile: 0.01
    }
  ]
};

export const outcomes = ["margin", "profit", "teamwork", "trust", "canteen"];

export function releasedTables(seed = 1, {units = 24, years = 11} = {}): Record<string, ReleasedTable> {
  const {normal, uniform} = random(seed);
  const department: ReleasedRow[] = [];
  const survey: ReleasedRow[] = [];
  for (let unit = 0; unit < units; unit++) {
    const key = {
      department_id: `D${unit}`,
      name: `Department ${unit}`,
      division: unit % 3 === 0 ? "Solutions" : "Systems"
    };
    const [level, start, pace] = [normal(), 2 + Math.floor(5 * uniform()), 0.03 + 0.1 * uniform()];
    const walk = Object.fromEntries(outcomes.map((name) => [name, normal()]));
    for (let year = 0; year < years; year++) {
      for (const name of outcomes) walk[name] = 0.6 * walk[name]! + normal();
      const share = year < start ? 0 : Math.min(1, pace * (year - start + 1));
      const participation = year < 2 ? null : Math.round(10 * share + normal() * 0.3) / 10;
      const at = {...key, fiscal_year: 2009 + year};
      department.push({
        ...at,
        headcount: 50 + 5 * unit,
        participation: participation === null ? null : Math.max(0, participation),
        margin: 0.05 + 0.02 * level + 0.005 * year + 0.01 * walk.margin!,
        profit: 1e6 * (50 + 20 * level + 3 * year + 5 * walk.profit!)
      });
      for (const measure of ["teamwork", "trust", "canteen"])
        survey.push({
          ...at,
          measure,
          negative_control: measure === "canteen",
          respondents: 40,
          invited: 50,
          mean: 3 + 0.2 * level + 0.05 * year + 0.1 * walk[measure]!
        });
    }
  }
  return {department_years: {rows: department, suppressed: {}}, survey_measures: {rows: survey, suppressed: {}}};
}
