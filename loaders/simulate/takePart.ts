import {chance} from "./chance.js";
import type {Manager, Office} from "./office.js";

/** Where among the programme's years a year stands: 0 the first, 1 the last, below 0 before. */
export function progressOf({parameters: p}: Office, year: number): number {
  return year < p.firstYear ? -1 : (year - p.firstYear) / Math.max(1, p.programmeYears - 1);
}

/** Those who take part in a year: managers of better departments and with better ratings more often, or of rising ones. */
export function takePart(office: Office, year: number): Manager[] {
  const {parameters: p, staff} = office;
  const progress = progressOf(office, year);
  if (progress < 0) return [];
  const source = office.stream("take-up");
  const share = p.takeUpFirst + (p.takeUpLast - p.takeUpFirst) * progress;
  // tastes spread the shares towards one half; the odds are drawn apart so that the average is what it should be
  const byTrend = p.selectionTrend * (year - p.firstYear);
  const spread =
    p.takeUpDepartment ** 2 +
    p.takeUpManager ** 2 +
    p.selectionDepartment ** 2 +
    p.selectionManager ** 2 +
    2 * (byTrend ** 2 + p.selectionShock ** 2);
  const odds = Math.log(share / (1 - share)) * Math.sqrt(1 + 0.346 * spread);
  return [...staff].filter(({department, taste, lastRating, trend, coming}) => {
    const selected =
      p.selectionDepartment * department.quality +
      p.selectionManager * lastRating +
      byTrend * (department.trend + trend) +
      p.selectionShock * (department.coming + coming);
    return source.uniform() < chance(0.5, odds + selected + department.taste + taste);
  });
}
