import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified, type WhyNot} from "../errors/notIdentified.js";
import type {Table} from "../formula/table.js";
import type {CurveSummary} from "./curveSummary.js";
import type {CurveOptions, SpecificationCurve} from "./specificationCurve.js";
import {specificationCurve} from "./specificationCurve.js";
import type {SpecificationGrid} from "./specificationGrid.js";

/** What a worker is asked: the curve once, then chunks of its draws. */
export type CurveRequest =
  | {readonly ask: "curve"; readonly table: Table; readonly grid: SpecificationGrid; readonly options: CurveOptions}
  | {readonly ask: "draws"; readonly from: number; readonly to: number; readonly seed: number};

export type CurveReply =
  | {readonly curve: Omit<SpecificationCurve, "draws" | "interval">}
  | {readonly draws: readonly CurveSummary[]}
  | {readonly error: string; readonly why?: WhyNot};

/** The inside of a worker, browser's or Node's: messages in, messages out, plain values both. */
export function curveServer(): (request: CurveRequest) => CurveReply {
  let open: SpecificationCurve | null = null;
  return (request) => {
    try {
      if (request.ask === "curve") {
        open = specificationCurve(request.table, request.grid, request.options);
        const {draws: _draws, interval: _interval, ...curve} = open;
        return {curve};
      }
      if (!open) throw new InvalidArgument("invalid request; draws of no curve: ask for the curve first");
      return {draws: open.draws(request.from, request.to, request.seed)};
    } catch (error) {
      if (error instanceof NotIdentified) return {error: error.message, why: error.why};
      return {error: error instanceof Error ? error.message : String(error)};
    }
  };
}
