/** A mixed model's columns: outcome and fixed part orthogonalised and scaled, random parts scaled, so that sums hold. */
import {closedOptions} from "../errors/closedOptions.js";
import {InvalidArgument} from "../errors/invalidArgument.js";
import {NotIdentified} from "../errors/notIdentified.js";
import {dotProduct} from "../linalg/dotProduct.js";
import type {Dropped} from "../estimate.js";
import type {Codes} from "../formula/labelCodes.js";
import type {FrameOptions} from "../formula/frameOptions.js";
import type {ModelFrame} from "../formula/modelFrame.js";
import type {Table, Value} from "../formula/table.js";
import {modelFrame} from "../formula/modelFrame.js";
import {randomTerms} from "../formula/randomTerms.js";
import {orthogonalise} from "../linalg/orthogonalise.js";
import {backSolve} from "../linalg/backSolve.js";
import {residualsOf} from "../regression/residualsOf.js";

/** `(left | group)`: one column of z for each of its terms, orthogonal and of root mean square 1, so that years are as good as 0, 1, 2. */
export interface RandomDesign {
  readonly group: string;
  readonly names: readonly string[];
  readonly codes: Codes;
  /** of each level */
  readonly labels: readonly string[];
  readonly z: readonly Float64Array[];
  /** lower triangle, by row: the terms' effects from those of z's columns */
  readonly back: readonly Float64Array[];
}

export interface MixedDesign {
  readonly n: number;
  /** rows of the table that are in the model */
  readonly rows: Int32Array;
  readonly names: readonly string[];
  readonly dropped: readonly Dropped[];
  /** orthonormal basis of the fixed part */
  readonly q: readonly Float64Array[];
  /** its triangle, by column: x = q r */
  readonly r: readonly Float64Array[];
  /** least-squares coefficients, what the fit corrects */
  readonly ols: Float64Array;
  /** least-squares residuals over their root mean square */
  readonly y: Float64Array;
  readonly spread: number;
  /** the term with most columns first */
  readonly random: readonly RandomDesign[];
  /** sum of the log weights */
  readonly logWeights: number;
}

/** @throws {RangeError} if there is no random term, or one with a single level or a level a row */
export function mixedDesign(
  source: string,
  table: Table,
  options: Pick<FrameOptions, "weights" | "levels">
): MixedDesign {
  closedOptions("mixedDesign", options, ["weights", "levels"]);
  const {fixed, random: terms} = randomTerms(source);
  if (terms.length === 0) throw new InvalidArgument(`invalid formula; no random term (1 | group): ${source}`);
  if (fixed.includes("|"))
    throw new InvalidArgument(`invalid formula; fixed effects after a bar have no place here: ${source}`);
  const groups = [...new Set(terms.map(({group}) => group.replaceAll(":", "^")))];
  const everything = [fixed, ...terms.map(({left}) => left.replaceAll(/(^|\+)\s*[01]\s*(?=$|[-+])/g, "$1 1 "))].join(
    " + "
  );
  const {rows, dropped} = modelFrame(everything, table, {...options, groups});
  const complete = Object.fromEntries(
    Object.entries(table).map(([name, column]) => [name, Array.from(rows, (row) => column[row]!)])
  ) as Record<string, Value[]>;
  const frame = modelFrame(fixed, complete, {...options, groups});
  const outcome = fixed.slice(0, fixed.indexOf("~"));
  const root = frame.weights?.map(Math.sqrt) ?? null;
  const weighted = (column: Float64Array): Float64Array => (root ? column.map((value, i) => value * root[i]!) : column);
  const {q, r, dependent} = orthogonalise(frame.x.map(weighted));
  if (dependent.length > 0) {
    const which = dependent.map((j) => frame.names[j]).join(", ");
    throw new NotIdentified(`not identified: ${which} can be computed from the other terms; drop one`, "collinear");
  }
  const observed = weighted(frame.y);
  const first = q.map((basis) => dotProduct(basis, observed));
  const residuals = residualsOf(observed, q, Float64Array.from(first));
  const spread = Math.sqrt(dotProduct(residuals) / frame.n);
  if (!(spread > 1e-12 * Math.sqrt(dotProduct(observed) / frame.n)))
    throw new NotIdentified(
      `not identified: ${outcome.trim()} does not vary beyond the fixed terms; nothing is left to explain`,
      "no variation"
    );
  const designs = terms.map(({left, group}) =>
    randomDesign(`${outcome} ~ ${left}`, group, complete, frame, weighted, options)
  );
  distinct(designs);
  return {
    n: frame.n,
    rows,
    names: frame.names,
    dropped,
    q,
    r,
    ols: backSolve(r, first),
    y: residuals.map((value) => value / spread),
    spread,
    random: designs.toSorted((a, b) => size(b) - size(a)),
    logWeights: frame.weights?.reduce((sum, weight) => sum + Math.log(weight), 0) ?? 0
  };
}

/** One effect can't stand in two terms, nor in two groups that divide the rows alike. */
function distinct(designs: readonly RandomDesign[]): void {
  designs.forEach((one, i) => {
    for (const other of designs.slice(0, i)) {
      const shared = one.names.find((name) => other.names.includes(name));
      if (shared === undefined || one.codes.levels !== other.codes.levels) continue;
      if (one.group === other.group)
        throw new InvalidArgument(`invalid formula; ${shared} varies by ${one.group} in two random terms; keep one`);
      if (one.codes.codes.every((code, row) => code === other.codes.codes[row]))
        throw new NotIdentified(
          `not identified: ${other.group} and ${one.group} divide the rows alike; drop one`,
          "collinear"
        );
    }
  });
}

function size({codes, z}: RandomDesign): number {
  return codes.levels * z.length;
}

function randomDesign(
  formula: string,
  group: string,
  table: Record<string, Value[]>,
  frame: ModelFrame,
  weighted: (column: Float64Array) => Float64Array,
  options: Pick<FrameOptions, "levels">
): RandomDesign {
  const {names, x} = modelFrame(formula, table, {levels: options.levels});
  const codes = frame.groups.find(({name}) => name === group.replaceAll(":", "^"))!;
  if (codes.levels < 2)
    throw new NotIdentified(
      `not identified: one level of ${group}; a variance between levels needs several, drop the term`,
      "too few groups",
      {has: codes.levels, needs: 2}
    );
  if (codes.levels * names.length >= frame.n)
    throw new NotIdentified(
      `not identified: ${codes.levels * names.length} effects of ${group}, ${frame.n} rows; its variance and the residual can't be told apart`,
      "too few rows",
      {has: frame.n, needs: codes.levels * names.length + 1}
    );
  const columns = group.split(":").map((name) => table[name]!);
  const labels: string[] = Array.from({length: codes.levels}, () => "");
  codes.codes.forEach((code, row) => {
    if (labels[code] === "") labels[code] = columns.map((column) => String(column[row])).join(":");
  });
  const flat = x.findIndex((column) => column.every((value) => value === 0));
  if (flat >= 0)
    throw new NotIdentified(
      `not identified: ${names[flat]} is 0 in every row; drop it from (… | ${group})`,
      "no variation"
    );
  // from the last column on, so that factors stay triangles: the df at a boundary depend on them
  const {q, r, dependent} = orthogonalise(x.toReversed().map(weighted));
  if (dependent.length > 0)
    throw new NotIdentified(
      `not identified: ${names.at(-1 - dependent[0]!)} can be computed from the other terms of (… | ${group}); drop one`,
      "collinear"
    );
  const root = Math.sqrt(frame.n);
  const inverse = names.map((_, j) =>
    backSolve(
      r,
      Float64Array.from(names, (_name, i) => (i === j ? root : 0))
    ).toReversed()
  );
  return {
    group,
    names,
    codes,
    labels,
    z: q.map((column) => column.map((value) => value * root)).toReversed(),
    back: names.map((_, i) => Float64Array.from(names, (_name, j) => inverse[names.length - 1 - j]![i]!))
  };
}
