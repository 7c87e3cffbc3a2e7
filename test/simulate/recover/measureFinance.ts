/** What departments earn, estimated back. */
import type {Parameters} from "../../../loaders/simulate/parameters.js";
import type {SimulatedTables} from "../../../loaders/simulate/simulate.js";
import {leastSquares} from "../solve.js";
import type {Facts, Measured} from "./facts.js";
import {average} from "./sums.js";

export function measureFinance(
  {department_years = [], sector_years = []}: SimulatedTables,
  p: Parameters,
  facts: Facts
): Measured {
  const market = new Map(sector_years.map((row) => [row.fiscal_year, Number(row.comparator)]));
  const rows = department_years.map((row) => ({
    department: String(row.department_id),
    year: Number(row.fiscal_year),
    margin: Number(row.profit) / Number(row.revenue),
    scale: Math.min(2, Math.sqrt(60 / Number(row.headcount))),
    head: Math.log(Number(row.revenue) / Number(row.headcount) / (market.get(row.fiscal_year ?? null)! / 100))
  }));
  const columns = [
    rows.map(() => 1),
    rows.map(({department}) => facts.hidden(department, "quality")),
    rows.map(({department, year}) => facts.participation(department, year)),
    rows.map(({year}) => (year === p.crisisYear ? 1 : year === p.crisisYear + 1 ? 1 / 3 : 0))
  ];
  const margins = rows.map(({margin}) => margin);
  const {b} = leastSquares(margins, columns);
  const luck = new Map(
    rows.map(({department, year, margin, scale}, i) => [
      `${department} ${year}`,
      (margin - columns.reduce((sum, column, j) => sum + b[j]! * column[i]!, 0)) / scale
    ])
  );
  const heads = new Map(rows.map(({department, year, head}) => [`${department} ${year}`, head]));
  const pairs = rows.flatMap(({department, year}) => {
    const before = `${department} ${year - 1}`;
    const now = `${department} ${year}`;
    return luck.has(before)
      ? [{was: luck.get(before)!, is: luck.get(now)!, rise: heads.get(now)! - heads.get(before)!}]
      : [];
  });
  const start = rows.filter(({year}) => year === facts.years[0]).map(({head}) => head);
  return {
    marginMean: b[0]!,
    marginSelection: b[1]!,
    marginEffect: b[2]!,
    crisis: b[3]!,
    marginNoise: (average([...luck.values()].map((value) => value ** 2)) * rows.length) / (rows.length - 4),
    marginPersistence:
      pairs.reduce((sum, {was, is}) => sum + was * is, 0) / pairs.reduce((sum, {was}) => sum + was ** 2, 0),
    revenuePerHead: Math.exp(average(start)),
    revenueNoise: average(pairs.map(({rise}) => rise ** 2))
  };
}
