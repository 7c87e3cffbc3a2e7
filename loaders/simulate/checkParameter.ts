import {catalogued} from "./parameters.js";
import type {Parameter, ParameterName} from "./parameters.js";

interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
}

/** What a parameter can be, by its unit. */
const byUnit: readonly (readonly [RegExp, Bounds])[] = [
  [/, sd$/, {from: 0, to: Infinity}],
  [/^fiscal year$/, {from: 1950, to: 2060, whole: true}],
  [/^0 or 1$/, {from: 0, to: 1, whole: true}],
  [/^share of revenue/, {from: -1, to: 1}],
  [/^share/, {from: 0, to: 1}],
  [/^correlation$/, {from: -0.99, to: 0.99}],
  [/^minutes$/, {from: 1, to: 600, whole: true}],
  [/^(yen|people)$/, {from: 1, to: Infinity}],
  [/^points of 1 to 5$/, {from: 1, to: 5}]
];

/** Where the unit does not say it: changes of revenue may go down, and what the simulator was not made to be without. */
const byName: Readonly<Partial<Record<ParameterName, Bounds>>> = {
  revenueGrowth: {from: -0.5, to: 0.5},
  crisisRevenue: {from: -0.9, to: 0.9},
  programmeYears: {from: 2, to: 40, whole: true},
  yearsBefore: {from: 1, to: 10, whole: true},
  departments: {from: 4, to: 2000, whole: true},
  sessions: {from: 2, to: 30, whole: true},
  groupSize: {from: 2, to: 100, whole: true},
  performanceStable: {from: 0, to: 0.95}
};

/** @throws {RangeError} naming parameter, bounds and value, if it can't be that */
export function checkParameter(name: ParameterName, value: number): void {
  const {unit}: Parameter = catalogued[name];
  const bounds = byName[name] ?? byUnit.find(([pattern]) => pattern.test(unit))?.[1];
  if (!bounds) return;
  const {from, to, whole} = bounds;
  const range = to === Infinity ? `${from} or more` : `${from} to ${to}`;
  if (value < from || value > to) throw new RangeError(`invalid ${name} (${unit}); not ${range}: ${value}`);
  if (whole && !Number.isInteger(value))
    throw new RangeError(`invalid ${name} (${unit}); not a whole number: ${value}`);
}
