/** Where the lower triangle of a symmetric matrix is kept: each row from the first of its columns that is not all nought. */
export interface Envelope {
  readonly n: number;
  /** the column at which each row begins */
  readonly first: Int32Array;
  /** where column 0 of each row is or would be: (i, j) is at rows[i] + j, first[i] <= j <= i */
  readonly rows: Float64Array;
  /** values that are kept */
  readonly size: number;
}

/** The rows one after the other, each up to its diagonal. */
export function envelope(first: Int32Array): Envelope {
  const rows = new Float64Array(first.length);
  let size = 0;
  first.forEach((column, i) => {
    rows[i] = size - column;
    size += i + 1 - column;
  });
  return {n: first.length, first, rows, size};
}

/** A whole square matrix, row by row. */
export function square(n: number): Envelope {
  return {n, first: new Int32Array(n), rows: Float64Array.from({length: n}, (_, i) => i * n), size: n * n};
}
