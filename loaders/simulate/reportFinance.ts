import {yearsFromMiddle} from "./foresee.js";
import type {Department, Office} from "./office.js";

/** A year's accounts of every open department: revenue with the sector, margin with quality, participation and luck. */
export function reportFinance(
  office: Office,
  year: number,
  managers: ReadonlyMap<Department, number>,
  participation: ReadonlyMap<Department, number>
): void {
  const {parameters: p, departments, tables, years, market} = office;
  const source = office.stream("finance");
  const index = years.indexOf(year);
  for (const department of departments) {
    const [luck, growth, size] = [source.normal(), source.normal(), source.normal()];
    if (department.closed !== null) continue;
    const headcount = headcountOf(office, department, year) + Math.round(size);
    department.marginNoise =
      p.marginPersistence * department.marginNoise + Math.sqrt(1 - p.marginPersistence ** 2) * luck;
    department.revenueLevel += p.revenueNoise * growth;
    const margin =
      p.marginMean +
      p.marginSelection * department.quality +
      p.marginTrend * department.trend * yearsFromMiddle(office, year) +
      p.marginShock * department.coming +
      p.marginEffect * (participation.get(department) ?? 0) +
      p.marginNoise * Math.min(2, Math.sqrt(60 / headcount)) * department.marginNoise +
      p.crisis * (year === p.crisisYear ? 1 : year === p.crisisYear + 1 ? 1 / 3 : 0);
    const revenue = round(headcount * p.revenuePerHead * (market[index] ?? 1) * Math.exp(department.revenueLevel));
    tables.department_years.push({
      department_id: department.id,
      fiscal_year: year,
      headcount,
      managers: managers.get(department) ?? 0,
      revenue,
      profit: round(revenue * margin)
    });
  }
}

/** Employees, managers among them, growing a little over the years. */
export function headcountOf({parameters: p, years}: Office, {size}: Department, year: number): number {
  return Math.max(6, Math.round(size * p.headcountPerManager * (1 + 0.004 * years.indexOf(year))));
}

/** To a thousand yen. */
function round(yen: number): number {
  return Math.round(yen / 1000) * 1000;
}
