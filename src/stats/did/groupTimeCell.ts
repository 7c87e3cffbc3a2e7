import {NotIdentified} from "../errors/notIdentified.js";
import type {Panel} from "./panel.js";
import {twoByTwo} from "./twoByTwo.js";
import type {GroupTimeOptions, LeftOut} from "./groupTimeFit.js";

export interface Cell {
  readonly group: number;
  readonly time: number;
  readonly att: number;
  readonly influence: Float64Array;
  /** the base period itself, which is nought by convention */
  readonly base: boolean;
  readonly treated: number;
  /** periods from the base to the cell's */
  readonly span: number;
}

export function effectOf(
  panel: Panel,
  group: number,
  at: number,
  {
    control,
    estimator,
    base,
    anticipation
  }: Required<Pick<GroupTimeOptions, "control" | "estimator" | "base" | "anticipation">>,
  leftOut: LeftOut[]
): Cell | null {
  const {times, first, y, covariates} = panel;
  const time = times[at]!;
  const before = times.findLastIndex((period) => period + anticipation < group);
  if (before < 0) return missed(leftOut, group, time, "no period before its treatment was seen");
  const from = base === "universal" || group <= time ? before : at - 1;
  const n = first.length;
  if (from === at) return {group, time, att: 0, influence: new Float64Array(n), base: true, treated: 0, span: 0};
  const untreatedUntil = times[Math.max(at, from)]! + anticipation;
  const isControl = (unit: number): boolean =>
    first[unit] === Infinity || (control === "not-yet" && first[unit]! > untreatedUntil && first[unit] !== group);
  const members: number[] = [];
  for (let unit = 0; unit < n; unit++) {
    const seen = !Number.isNaN(y[unit]![at]! + y[unit]![from]!);
    if (seen && (first[unit] === group || isControl(unit))) members.push(unit);
  }
  const treated = Float64Array.from(members, (unit) => (first[unit] === group ? 1 : 0));
  const count = treated.reduce((sum, value) => sum + value, 0);
  if (count === 0 || count === members.length) {
    return missed(leftOut, group, time, `no ${count === 0 ? "treated" : "comparison"} unit was seen in both periods`);
  }
  const change = Float64Array.from(members, (unit) => y[unit]![at]! - y[unit]![from]!);
  const earlier = Math.min(at, from);
  const x = [
    new Float64Array(members.length).fill(1),
    ...covariates.map((rows) => Float64Array.from(members, (unit) => rows[unit]![earlier]!))
  ];
  try {
    const {att, influence} = twoByTwo(change, treated, x, x.length === 1 ? "reg" : estimator);
    const whole = new Float64Array(n);
    members.forEach((unit, i) => (whole[unit] = (n / members.length) * influence[i]!));
    return {group, time, att, influence: whole, base: false, treated: count, span: time - times[from]!};
  } catch (error) {
    if (!(error instanceof NotIdentified)) throw error;
    return missed(leftOut, group, time, error.message);
  }
}

function missed(leftOut: LeftOut[], group: number, time: number, reason: string): null {
  leftOut.push({group, time, reason});
  return null;
}
