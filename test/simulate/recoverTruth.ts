/**
 * The parameters, estimated back from what was simulated. Ratings and answers are left as fine as they are felt, and what
 * is hidden in life (quality, taste, ability, mood) is known, so that the mechanism is tested and no estimator.
 *
 * Every office gives an estimate of its own; the interval is Student's over offices, at a level that holds for all
 * parameters together (Bonferroni). Modules and market are common to the offices of a study: they are drawn from 400 seeds.
 * Not here: constants that are read off (years, departments, sessions, group size).
 */
import {studentTQuantile} from "../../src/stats/distribution/studentT.js";
import {random} from "../../src/stats/random.js";
import {openOffice} from "../../loaders/simulate/office.js";
import type {ParameterName, Parameters} from "../../loaders/simulate/parameters.js";
import {simulateOffices} from "../../loaders/simulate/simulate.js";
import type {SimulatedTables} from "../../loaders/simulate/simulate.js";
import {gather, type Measured} from "./recover/facts.js";
import {measureExtracts} from "./recover/measureExtracts.js";
import {measureFinance} from "./recover/measureFinance.js";
import {measurePeople} from "./recover/measurePeople.js";
import {measureSessions} from "./recover/measureSessions.js";
import {measureSurvey} from "./recover/measureSurvey.js";
import {average} from "./recover/sums.js";

export interface Recovered {
  readonly parameter: ParameterName;
  readonly truth: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly inside: boolean;
}

/** parameters measured as variances, told as standard deviations */
const spreads = new Set<ParameterName>([
  "takeUpDepartment",
  "takeUpManager",
  "presenceManager",
  "ratingManager",
  "ratingModule",
  "ratingNoise",
  "surveyItemSd",
  "surveyDepartmentSd",
  "surveyYearSd",
  "responseDepartment",
  "marginNoise",
  "revenueNoise"
]);

export function recoverTruth(given: Parameters, {seed, offices}: {seed: number; offices: number}): Recovered[] {
  const parameters = {...given, coarse: 0};
  const {moduleQuality} = commonOf(parameters, seed);
  const measured: Measured[] = [];
  for (const tables of simulateOffices(seed, parameters, {offices}))
    measured.push(measureOffice(tables, parameters, {office: measured.length, moduleQuality}));
  const common = Array.from({length: 400}, (_, i) => measureCommon(parameters, seed + 1 + i));
  const names = [...Object.keys(measured[0] ?? {}), ...Object.keys(common[0] ?? {})] as ParameterName[];
  const level = 1 - 0.05 / names.length;
  return names.map((parameter) => {
    const from = common[0]?.[parameter] === undefined ? measured : common;
    const values = from.map((one) => one[parameter] ?? NaN);
    const mean = average(values);
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    const reach = (studentTQuantile((1 + level) / 2, values.length - 1) * sd) / Math.sqrt(values.length);
    const told = (value: number): number => (spreads.has(parameter) ? Math.sqrt(Math.max(0, value)) : value);
    const [estimate, low, high] = [mean, mean - reach, mean + reach].map(told) as [number, number, number];
    const truth = parameters[parameter];
    return {parameter, truth, estimate, low, high, inside: low <= truth && truth <= high};
  });
}

const commonOf = (parameters: Parameters, seed: number) =>
  openOffice(parameters, {study: random(seed), office: random(seed), number: 0});

function measureCommon(p: Parameters, seed: number): Measured {
  const {market, moduleQuality, years} = commonOf(p, seed);
  const at = years.indexOf(p.crisisYear);
  const [before, crisis, after] = [market[at - 1]!, market[at]!, market[at + 1]!];
  return {
    ratingModule: average(moduleQuality.map((value) => value ** 2)),
    revenueGrowth: (market.at(-1)! / market[0]!) ** (1 / (market.length - 1)) - 1,
    crisisRevenue: crisis / Math.sqrt(before * after) - 1
  };
}

function measureOffice(
  tables: SimulatedTables,
  p: Parameters,
  {office, moduleQuality}: {office: number; moduleQuality: readonly number[]}
): Measured {
  const facts = gather(tables, p);
  return {
    ...measurePeople(tables, p, facts),
    ...measureSessions(tables, p, facts, moduleQuality),
    ...measureSurvey(tables, p, facts),
    ...measureFinance(tables, p, facts),
    ...measureExtracts(tables, p, office)
  };
}
