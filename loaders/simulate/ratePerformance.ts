import {chance} from "./chance.js";
import {yearsFromMiddle} from "./foresee.js";
import type {Department, Manager, Office} from "./office.js";
import {onScale} from "./onScale.js";

/**
 * A year's ratings at its end: ability, years in the post, the year's luck, a fall at promotion; those who took part in an
 * earlier year are higher by the effect, those who have not are drawn along a little by their department. By forced shares
 * at first, in points of a scale later.
 */
export function ratePerformance(office: Office, year: number, participation: ReadonlyMap<Department, number>): void {
  const {parameters: p, staff, tables} = office;
  const source = office.stream("performance");
  const rated = Array.from(staff, (manager) => {
    const promoted = source.uniform() < chance(p.promoted, p.promotedRating * manager.lastRating);
    const luck = source.normal();
    if (promoted) {
      manager.grade += 1;
      manager.promotedIn = year;
    }
    const latent =
      Math.sqrt(p.performanceStable) * manager.ability +
      Math.sqrt(1 - p.performanceStable) * luck +
      p.performanceTenure * (Math.min(8, year - manager.hired) - 5) +
      p.performanceReset * resetShare(manager, year) +
      p.performanceTrend * manager.trend * yearsFromMiddle(office, year) +
      p.performanceShock * manager.came +
      (hasStarted(manager, year)
        ? p.performanceEffect
        : p.performanceSpillover * (participation.get(manager.department) ?? 0));
    return {manager, latent, promoted};
  });
  const relative = year <= p.relativeUntil;
  const ranks = new Map(
    rated.toSorted((a, b) => a.latent - b.latent).map(({manager}, i) => [manager, (i + 0.5) / rated.length])
  );
  for (const {manager, latent, promoted} of rated) {
    manager.lastRating = latent;
    tables.performance_ratings.push({
      manager_id: manager.id,
      fiscal_year: year,
      rating:
        relative && p.coarse !== 0 ? forced(ranks.get(manager) ?? 0.5) : onScale(4.4 + 1.1 * latent, 1, 7, p.coarse),
      scale_id: relative ? "relative" : "absolute",
      grade_changed: promoted
    });
  }
}

function hasStarted({startedIn}: Manager, year: number): boolean {
  return startedIn !== null && startedIn < year;
}

function resetShare({promotedIn}: Manager, year: number): number {
  return promotedIn === year ? 1 : promotedIn === year - 1 ? 0.5 : 0;
}

/** 1 to 5 for the lowest tenth, the next two, the middle four, the next two and the highest. */
function forced(rank: number): number {
  return 1 + [0.1, 0.3, 0.7, 0.9].filter((cut) => rank >= cut).length;
}
