import {InvalidArgument} from "../errors/invalidArgument.js";
import {MissingColumn} from "../errors/missingColumn.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {mean} from "../description/mean.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import {type ModelFrame, modelFrame} from "../formula/modelFrame.js";
import type {Table, Value} from "../formula/table.js";

export interface Answers {
  readonly frame: ModelFrame;
  readonly slopes: readonly Slope[];
  readonly labels: readonly string[];
  /** place of each row's answer, from 0 */
  readonly answer: Int32Array;
  readonly weights: Float64Array;
  readonly warnings: readonly string[];
}

/** The outcome as places of its sorted answers; a numeric outcome, or one whose levels are given. */
export function answersOf(
  fixed: string,
  table: Table,
  group: string | undefined,
  options: Omit<FrameOptions, "groups">
): Answers {
  const [left = "", right = ""] = fixed.split("~").map((side) => side.trim());
  const column = Object.hasOwn(table, left) ? table[left] : undefined;
  if (!column) throw new MissingColumn(left, Object.keys(table));
  const given = options.levels?.[left];
  const missing = (value: Value): boolean => value === null || value === "" || Number.isNaN(value);
  const present = [
    ...new Set(
      Array.from(column)
        .filter((value) => !missing(value))
        .map(String)
    )
  ];
  const numeric = present.every((label) => !Number.isNaN(Number(label)));
  const order = given ?? present.toSorted(numeric ? (a, b) => Number(a) - Number(b) : undefined);
  const unknown = present.find((label) => !order.includes(label));
  if (unknown !== undefined) throw new InvalidArgument(`invalid levels; ${left} has another: ${unknown}`);
  const coded = Float64Array.from(column, (value) => (missing(value) ? NaN : order.indexOf(String(value))));
  const frame = modelFrame(
    `${left} ~ ${right}`,
    {...table, [left]: coded},
    {
      ...options,
      groups: group === undefined ? [] : [group]
    }
  );
  if (frame.effects.length > 0)
    throw new InvalidArgument("invalid formula; fixed effects after a bar have no place here: use factor()");
  const used = [...new Set(frame.y)].toSorted((a, b) => a - b);
  if (used.length < 2)
    throw new NotIdentified(`not identified: ${left} never varies; there is nothing to order`, "no variation");
  return {
    frame,
    slopes: slopesOf(frame),
    labels: used.map((code) => order[code]!),
    answer: Int32Array.from(frame.y, (code) => used.indexOf(code)),
    weights: frame.weights ?? new Float64Array(frame.n).fill(1),
    warnings: given || numeric ? [] : [`the answers are in the order of the alphabet: ${order.join(", ")}; give levels`]
  };
}

/** A column about its mean, over its standard deviation, so that neither its unit nor its origin matters. */
export interface Slope {
  readonly name: string;
  readonly term: string;
  readonly values: Float64Array;
  readonly centre: number;
  readonly scale: number;
}

function slopesOf({names, x, termOf, formula}: ModelFrame): Slope[] {
  return names.flatMap((name, j) => {
    if (name === "(Intercept)") return [];
    const centre = mean(x[j]!);
    const rest = x[j]!.map((value) => value - centre);
    const scale = Math.sqrt(dotProduct(rest) / rest.length);
    if (!(scale > 1e-12 * Math.abs(centre)))
      throw new NotIdentified(`not identified: ${name} never varies; drop it`, "no variation");
    const values = rest.map((value) => value / scale);
    return [{name, term: formula.terms[termOf[j]!]!.label, values, centre, scale}];
  });
}
