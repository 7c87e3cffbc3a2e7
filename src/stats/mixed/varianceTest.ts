/**
 * Whether a random term belongs in a mixed model: likelihood ratio against its distribution without the term, simulated.
 *
 * Model      2 (logLik with - logLik without) by restricted likelihood; outcomes drawn from the fit without the term; p =
 *            (count + 1) / (draws + 1). The chi-squared distribution is wrong here: a variance can't be below nought
 * Source     Davison & Hinkley (1997), section 4.2.3; Crainiceanu & Ruppert (2004), doi:10.1111/j.1467-9868.2004.00438.x
 * Not here   tests of several terms at once
 *
 * @param formula  with the term
 * @param without  the same without it; at least one random term must be left
 * @throws {RangeError} if either can't be fitted
 */
import {closedOptions} from "../errors/closedOptions.js";
import type {Table} from "../formula/table.js";
import {random} from "../random.js";
import type {MixedOptions} from "./mixedModel.js";
import {mixedModel} from "./mixedModel.js";
import {simulateOutcomes} from "./simulateOutcomes.js";

export interface VarianceTest {
  readonly ratio: number;
  readonly p: number;
  readonly count: number;
  readonly draws: number;
  readonly seed: number;
}

export function varianceTest(
  formula: string,
  without: string,
  table: Table,
  {
    draws = 199,
    seed = 1,
    levels,
    ...others
  }: {readonly draws?: number; readonly seed?: number} & Pick<MixedOptions, "levels"> = {}
): VarianceTest {
  closedOptions("varianceTest", others, ["draws", "seed", "levels"]);
  const outcome = formula.split("~")[0]!.trim();
  const ratioOf = (data: Table): number => {
    const [larger, smaller] = [formula, without].map((each) => mixedModel(each, data, {levels}).fit.logLik);
    return Math.max(0, 2 * (larger! - smaller!));
  };
  const ratio = ratioOf(table);
  const simulate = simulateOutcomes(without, table, {levels});
  const stream = random(seed).stream("variance test");
  let count = 0;
  for (let draw = 0; draw < draws; draw++) {
    const {rows, y} = simulate(stream);
    const data = Object.fromEntries(
      Object.entries(table).map(([name, column]) => [name, Array.from(rows, (row) => column[row]!)])
    );
    if (ratioOf({...data, [outcome]: y}) >= ratio * (1 - 1e-9)) count += 1;
  }
  return {ratio, p: (count + 1) / (draws + 1), count, draws, seed};
}
