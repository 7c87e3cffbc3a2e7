import * as z from "zod/mini";
import type {CurveRequest} from "../../src/stats/specification/curveServer.js";
import {columnReader} from "./columnReader.js";
import {column, draws, seed} from "./optionTypes.js";
import {parseOptions} from "./parseOptions.js";
import {readTable} from "./readTable.js";
import type {Specification} from "./table.js";

const several = z.array(column).check(z.refine((names) => names.length > 0, "no choice; name one or more"));
const sets = z.optional(z.array(z.array(column)));
const oneOrAll = z.optional(z.array(z.nullable(column)));

const schema = z.strictObject({
  data: z.unknown(),
  unit: column,
  time: column,
  strata: z.optional(column),
  threshold: z.optional(z.number().check(z.refine((p) => p > 0 && p < 1, "not in (0, 1)"))),
  grid: z.strictObject({
    outcomes: several,
    exposures: several,
    controls: sets,
    effects: sets,
    samples: oneOrAll,
    weights: oneOrAll
  }),
  draws,
  seed
});

export interface CurveSpecification {
  readonly request: Extract<CurveRequest, {ask: "curve"}>;
  readonly draws: number | undefined;
  readonly seed: number | undefined;
}

/** A curve's specification under its schema, its columns read by their roles. */
export async function curveSpecification(specification: Specification): Promise<CurveSpecification> {
  const {data, grid, draws: number, seed: start, ...options} = parseOptions("curve", schema, specification);
  const read = columnReader(await readTable(data));
  const {outcomes, exposures, controls = [], effects = [], samples = [], weights = []} = grid;
  const named = [...outcomes, ...exposures, ...controls.flat(), ...samples, ...weights];
  const measured = [options.time, ...named.filter((name) => name !== null)];
  for (const name of measured) read.numbers(name);
  const labels = [options.unit, ...effects.flat(), ...(options.strata === undefined ? [] : [options.strata])];
  const table = read.typed({labels, measured});
  return {request: {ask: "curve", table, grid, options}, draws: number, seed: start};
}
