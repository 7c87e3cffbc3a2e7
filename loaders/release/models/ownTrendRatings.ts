import type {Estimate} from "../../../src/stats/estimate.js";
import {ols} from "../../../src/stats/regression/ols.js";
import type {RatingRow} from "./ratingRow.js";

/**
 * Each year's change of a rating on the change of having taken part, each person with a trend of its own.
 *
 * Model      dz_it = b dd_it + person + year: a person's own straight line through the years is taken out
 * Estimand   b, its term "taken_part"
 * Errors     by person, CR2
 * Source     random growth: Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, 11.7
 * @throws {NotIdentified} if too few change
 */
export function ownTrendRatings(rows: readonly RatingRow[]): Estimate<object> {
  const at = new Map(rows.map((row) => [`${row.manager_id} ${row.fiscal_year}`, row]));
  const changes = rows.flatMap((row) => {
    const before = at.get(`${row.manager_id} ${row.fiscal_year - 1}`);
    return before ? [{row, dz: row.z - before.z, dd: row.taken_part - before.taken_part}] : [];
  });
  const table = {
    z: changes.map(({dz}) => dz),
    taken_part: changes.map(({dd}) => dd),
    manager_id: changes.map(({row}) => row.manager_id),
    fiscal_year: changes.map(({row}) => row.fiscal_year)
  };
  return ols("z ~ taken_part | manager_id + fiscal_year", table, {cluster: "manager_id"});
}
