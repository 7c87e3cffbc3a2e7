import type {MixedDesign, RandomDesign} from "./mixedDesign.js";

export interface StartingFactors {
  readonly theta: Float64Array;
  /** about the criterion's second derivatives there, where every term is one column; else null */
  readonly curvature: Float64Array | null;
}

/**
 * Where the search for a mixed model's factors starts.
 *
 * Model      moments: for a column z, the sum over levels of (z'y)^2 is about s2 sum z'z + t2 sum (z'z)^2, and what the
 *            terms leave of y's variance is the residual's; the curvature is that of one term alone, whose levels have
 *            y's variance 1 + z'z theta^2: the sum of (2 z'z theta / (1 + z'z theta^2))^2
 */
export function startingFactors({y, random}: MixedDesign): StartingFactors {
  const alone = random.every(({z}) => z.length === 1);
  const terms = random.map((design) => design.z.map((column) => momentsOf(design, column, y)));
  const shares = terms.flat().reduce((sum, {share}) => sum + share, 0);
  const left = alone ? Math.max(0.05, 1 - shares) : 1;
  const theta = Float64Array.from(
    terms.flatMap((columns) =>
      columns.flatMap(({share}, i) => {
        const own = Math.min(3, Math.max(0.1, Math.sqrt(share / left)));
        return Array.from({length: i + 1}, (_, j) => (i === j ? own : 0));
      })
    )
  );
  const curvature = alone ? theta.map((value, i) => curvatureAt(terms[i]![0]!.lengths, value)) : null;
  return {theta, curvature};
}

interface Moments {
  /** of y's variance */
  readonly share: number;
  /** z'z by level */
  readonly lengths: Float64Array;
}

function momentsOf({codes}: RandomDesign, column: Float64Array, y: Float64Array): Moments {
  const along = new Float64Array(codes.levels);
  const lengths = new Float64Array(codes.levels);
  codes.codes.forEach((code, row) => {
    along[code]! += column[row]! * y[row]!;
    lengths[code]! += column[row]! ** 2;
  });
  const excess = along.reduce((sum, value, level) => sum + value ** 2 - lengths[level]!, 0);
  return {share: Math.max(0, excess / lengths.reduce((sum, value) => sum + value ** 2, 0)), lengths};
}

function curvatureAt(lengths: Float64Array, theta: number): number {
  return lengths.reduce((sum, length) => sum + ((2 * length * theta) / (1 + length * theta ** 2)) ** 2, 0);
}
