import {InvalidArgument} from "../errors/invalidArgument.js";
import type {CurveSummary} from "./curveSummary.js";

export type JointInference = Readonly<Record<keyof CurveSummary, number>> & {readonly draws: number};

/**
 * p of each of a curve's summaries against those of its draws: (b + 1) / (m + 1), b draws at least as far from nought.
 *
 * @throws {RangeError} if there are no draws
 */
export function jointInference(observed: CurveSummary, draws: readonly CurveSummary[]): JointInference {
  if (draws.length === 0) throw new InvalidArgument("invalid draws; none to compare with");
  const p = (name: keyof CurveSummary): number => {
    const bar = Math.abs(observed[name]) * (1 - 1e-11);
    return (draws.filter((draw) => Math.abs(draw[name]) >= bar).length + 1) / (draws.length + 1);
  };
  return {
    median: p("median"),
    dominant: p("dominant"),
    significant: p("significant"),
    stouffer: p("stouffer"),
    draws: draws.length
  };
}
