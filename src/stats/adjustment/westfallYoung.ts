import {InvalidArgument} from "../errors/invalidArgument.js";

/**
 * Family-wise p values that use the dependence between tests: step-down maxT.
 *
 * Model      tests in order of |t|; p of the j-th is the share of draws whose greatest |t*| among it and those below is at
 *            least as great, made to rise with j; (count + 1) / (draws + 1)
 * Source     Westfall & Young (1993), algorithm 4.1; Ge, Dudoit & Speed (2003), doi:10.1007/BF02595811
 *
 * @param observed  statistics, in any order
 * @param draws     statistics under the null, one row a draw, in the same order
 * @returns adjusted p values in the order of the statistics
 * @throws {RangeError} if there is no draw, or one of another length
 */
export function westfallYoung(observed: ArrayLike<number>, draws: readonly ArrayLike<number>[]): Float64Array {
  const m = observed.length;
  if (m === 0) throw new InvalidArgument("invalid observed; no statistic");
  if (draws.length === 0) throw new InvalidArgument("invalid draws; none to compare with");
  const odd = draws.findIndex((draw) => draw.length !== m);
  if (odd >= 0)
    throw new InvalidArgument(`invalid draws; ${draws[odd]!.length} statistics in draw ${odd + 1}, not ${m}`);
  const order = Array.from(observed, (_, i) => i).toSorted((a, b) => Math.abs(observed[b]!) - Math.abs(observed[a]!));
  const counts = new Float64Array(m);
  for (const draw of draws) {
    let greatest = 0;
    for (let place = m - 1; place >= 0; place--) {
      greatest = Math.max(greatest, Math.abs(draw[order[place]!]!));
      if (greatest >= Math.abs(observed[order[place]!]!) * (1 - 1e-11)) counts[place]! += 1;
    }
  }
  const adjusted = new Float64Array(m);
  let least = 0;
  order.forEach((test, place) => {
    least = Math.max(least, (counts[place]! + 1) / (draws.length + 1));
    adjusted[test] = least;
  });
  return adjusted;
}
