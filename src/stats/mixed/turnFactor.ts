/** What a lower triangle L of a random term's factor makes of a matrix that its effects stand in. */
import type {DenseEffects} from "./denseEffects.js";

/** values (v_0 .. v_p-1) L, in place: v_c becomes sum over k >= c of v_k L_kc. */
export function turnRow(values: Float64Array, at: number, stride: number, factor: Float64Array, width: number): void {
  for (let c = 0; c < width; c++) {
    let sum = 0;
    for (let k = c; k < width; k++) sum += values[at + k * stride]! * factor[k * width + c]!;
    values[at + c * stride] = sum;
  }
}

/** L' M L of a square matrix, in place. */
export function turnSymmetric(matrix: Float64Array, factor: Float64Array, width: number): void {
  for (let i = 0; i < width; i++) turnRow(matrix, i * width, 1, factor, width);
  for (let j = 0; j < width; j++) turnRow(matrix, j, width, factor, width);
}

/** The same of the whole matrix of effects, each level by its term's factor, and of the rows below it. */
export function turnEnvelope(
  matrix: Float64Array,
  {dense, termAt, startAt, kept: {n, first, rows}}: DenseEffects,
  factors: readonly Float64Array[],
  widths: readonly number[]
): void {
  for (let row = 0; row < n; row++) {
    const end = row < dense ? startAt[row]! : dense;
    for (let at = first[row]!; at < end; at += widths[termAt[at]!]!)
      turnRow(matrix, rows[row]! + at, 1, factors[termAt[at]!]!, widths[termAt[at]!]!);
  }
  for (let at = 0; at < dense; at += widths[termAt[at]!]!) {
    const [factor, width] = [factors[termAt[at]!]!, widths[termAt[at]!]!];
    for (let c = 0; c < width; c++) {
      const own = factor[c * width + c]!;
      const row = rows[at + c]!;
      for (let column = first[at]!; column < at; column++) {
        let sum = own * matrix[row + column]!;
        for (let k = c + 1; k < width; k++) sum += factor[k * width + c]! * matrix[rows[at + k]! + column]!;
        matrix[row + column] = sum;
      }
    }
    turnDiagonal(matrix, rows.subarray(at, at + width), at, factor);
  }
}

/** Of a level with itself, of which the lower triangle is kept. */
function turnDiagonal(matrix: Float64Array, rows: Float64Array, at: number, factor: Float64Array): void {
  const width = rows.length;
  const own = new Float64Array(width * width);
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) own[i * width + j] = own[j * width + i] = matrix[rows[i]! + at + j]!;
  turnSymmetric(own, factor, width);
  for (let i = 0; i < width; i++) for (let j = 0; j <= i; j++) matrix[rows[i]! + at + j] = own[i * width + j]!;
}
