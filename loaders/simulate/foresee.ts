import type {Office} from "./office.js";

/** What is about to happen, before anybody takes part: to departments this year, to managers' ratings the next. */
export function foresee({departments, staff, stream}: Office): void {
  const source = stream("what comes");
  for (const department of departments) department.coming = source.normal();
  for (const manager of staff) {
    manager.came = manager.coming;
    manager.coming = source.normal();
  }
}

/** Years from the middle of the programme, where slow trends cross. */
export function yearsFromMiddle({parameters: p}: Pick<Office, "parameters">, year: number): number {
  return year - p.firstYear - (p.programmeYears - 1) / 2;
}
