import type {ReleasedTable} from "../../src/released/table.js";
import {random} from "../../src/stats/random.js";

export interface MadeDepartments {
  readonly effect?: number;
  /** better departments take part more */
  readonly selection?: number;
  /** last year's margin draws participation up */
  readonly reverse?: number;
  readonly seed?: number;
  readonly units?: number;
  readonly years?: number;
  readonly before?: number;
  readonly band?: number;
}

/** Departments of two lines, some years before the programme, then years in it. */
export function madeDepartments({
  effect = 0,
  selection = 0,
  reverse = 0,
  seed = 1,
  units = 20,
  years = 9,
  before = 0,
  band = 0
}: MadeDepartments = {}): ReleasedTable {
  const source = random(seed);
  const rows = Array.from({length: units}, (_, d) => {
    const quality = source.normal();
    let last = 0;
    return Array.from({length: before + years}, (_year, t) => {
      const into = t - before;
      const wanted = 0.35 + 0.03 * into + 0.13 * selection * quality + 0.08 * source.normal() + reverse * last;
      const exact = into < 0 ? 0 : Math.min(1, Math.max(0, wanted));
      const participation = band > 0 ? band * Math.floor(exact / band) + band / 2 : exact;
      last = 0.01 * source.normal();
      const margin = 0.06 + 0.02 * selection * quality + effect * exact + last;
      return {
        department_id: `D${d}`,
        name: `Department ${d}`,
        division: d < 10 ? "A" : "B",
        fiscal_year: 2011 + into,
        participation,
        margin,
        revenue: 2e9,
        profit: 2e9 * margin
      };
    });
  }).flat();
  return {rows, suppressed: {}};
}
