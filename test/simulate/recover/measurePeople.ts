/** Who takes part, is rated, leaves and moves, estimated back. */
import type {Parameters} from "../../../loaders/simulate/parameters.js";
import type {SimulatedTables} from "../../../loaders/simulate/simulate.js";
import {leastSquares, logOdds} from "../solve.js";
import type {Facts, Measured} from "./facts.js";
import {average, logistic, total} from "./sums.js";

export function measurePeople(tables: SimulatedTables, p: Parameters, facts: Facts): Measured {
  const {managers = [], assignments = [], performance_ratings = [], department_lineage = [], departments = []} = tables;
  const [firstYear = 0] = facts.years;
  const left = new Map(managers.map((row) => [row.manager_id, row.left]));
  const hired = new Map(managers.map((row) => [row.manager_id, Number(String(row.hired).slice(0, 4))]));
  const arrivals = new Set(assignments.map((row) => `${row.manager_id} ${row.valid_from}`));
  const split = new Set(department_lineage.map((row) => `${row.from_id} ${row.fiscal_year}`));
  const leaving = {y: [] as number[], x: [] as number[]};
  const moves = {at: 0, moved: 0, midyear: 0};
  for (const {manager_id: id, fiscal_year: rated} of performance_ratings) {
    const year = Number(rated) + 1;
    if (year > facts.years.at(-1)!) continue;
    const gone = left.get(id ?? null) === `${year}-03-31`;
    leaving.y.push(Number(gone));
    leaving.x.push(facts.latent(id, year - 1)!);
    if (gone || split.has(`${facts.seat(id, `${year}-03-31`)} ${year}`)) continue;
    const midyear = arrivals.has(`${id} ${year}-10-01`);
    moves.at += 1;
    if (midyear || arrivals.has(`${id} ${year}-04-01`)) moves.moved += 1;
    if (midyear) moves.midyear += 1;
  }
  const [leave, leaveRating] = logOdds(leaving.y, [leaving.y.map(() => 1), leaving.x]);

  const last = performance_ratings.map((row) => facts.latent(row.manager_id, Number(row.fiscal_year) - 1) ?? 0);
  const grown = performance_ratings.map((row) => Number(row.grade_changed));
  const [promote, promoteRating] = logOdds(grown, [last.map(() => 1), last]);

  const promotedIn = new Set(
    performance_ratings.filter((row) => row.grade_changed).map((row) => `${row.manager_id} ${row.fiscal_year}`)
  );
  const y: number[] = [];
  const [one, ability, tenure, reset, trained, spill]: number[][] = [[], [], [], [], [], []];
  for (const {manager_id: id, fiscal_year: rated} of performance_ratings) {
    const year = Number(rated);
    const started = facts.started(id) < year;
    const department = facts.seat(id, `${year + 1}-03-31`);
    y.push(facts.latent(id, year)!);
    one!.push(1);
    ability!.push(facts.hidden(id, "ability"));
    tenure!.push(Math.min(8, year - hired.get(id ?? null)!));
    reset!.push(promotedIn.has(`${id} ${year}`) ? 1 : promotedIn.has(`${id} ${year - 1}`) ? 0.5 : 0);
    trained!.push(Number(started));
    spill!.push(started ? 0 : facts.participation(department, year));
  }
  const {b, s2} = leastSquares(y, [one!, ability!, tenure!, reset!, trained!, spill!]);

  const programme = performance_ratings.filter((row) => Number(row.fiscal_year) >= p.firstYear);
  const yearly = facts.years
    .filter((year) => year >= p.firstYear)
    .map((year) => programme.map((row) => Number(row.fiscal_year === year)));
  const seats = programme.map((row) => facts.seat(row.manager_id, `${row.fiscal_year}-04-01`));
  const odds = logOdds(
    programme.map((row) => Number(facts.members.has(`${row.manager_id} ${row.fiscal_year}`))),
    [
      ...yearly,
      seats.map((department) => facts.hidden(department, "quality")),
      programme.map((row) => facts.latent(row.manager_id, Number(row.fiscal_year) - 1) ?? 0)
    ],
    programme.map((row, i) => facts.hidden(seats[i], "taste") + facts.hidden(row.manager_id, "taste"))
  );
  const spread = p.takeUpDepartment ** 2 + p.takeUpManager ** 2 + p.selectionDepartment ** 2 + p.selectionManager ** 2;
  const share = (at: number): number => logistic(odds[at]! / Math.sqrt(1 + 0.346 * spread));
  const first = (tables.department_years ?? []).filter((row) => row.fiscal_year === firstYear);
  const members = (year: number): number[] =>
    (tables.hidden_members ?? []).filter((row) => row.fiscal_year === year).map((row) => Number(row.regardless));
  const original = departments.filter((row) => row.opened === null).map((row) => row.department_id);
  const squares = (ids: readonly unknown[], name: string): number =>
    average(ids.map((id) => facts.hidden(id, name) ** 2));
  const everyone = managers.map((row) => row.manager_id);
  return {
    headcountPerManager: total(first, "headcount") / total(first, "managers"),
    moving: moves.moved / moves.at,
    movingMidyear: moves.midyear / moves.moved,
    leaving: logistic(leave!),
    leavingRating: leaveRating!,
    promoted: logistic(promote!),
    promotedRating: promoteRating!,
    takeUpFirst: share(0),
    takeUpLast: share(yearly.length - 1),
    selectionDepartment: odds.at(-2)!,
    selectionManager: odds.at(-1)!,
    takeUpDepartment: squares(original, "taste"),
    takeUpManager: squares(everyone, "taste"),
    presenceManager: squares(everyone, "reliability"),
    ratingManager: squares(everyone, "leniency"),
    responseDepartment: squares(original, "answering"),
    mixingFirst: average(members(p.firstYear)),
    mixingLast: average(members(facts.years.at(-1)!)),
    performanceStable: 1 - s2,
    performanceTenure: b[2]!,
    performanceReset: b[3]!,
    performanceEffect: b[4]!,
    performanceSpillover: b[5]!
  };
}
