/** Coefficients of least squares, and the variance that is left. Columns are few and well apart, so normal equations do. */
export function leastSquares(y: ArrayLike<number>, columns: readonly ArrayLike<number>[]): {b: number[]; s2: number} {
  const [gram, right] = sums(columns, (i) => ({weight: 1, target: y[i]!}), y.length);
  const b = solve(gram, right);
  let rss = 0;
  for (let i = 0; i < y.length; i++)
    rss += (y[i]! - columns.reduce((sum, column, j) => sum + b[j]! * column[i]!, 0)) ** 2;
  return {b, s2: rss / (y.length - columns.length)};
}

/** Log odds by maximum likelihood; `offset` holds what is known of them. */
export function logOdds(
  happened: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  offset?: ArrayLike<number>
): number[] {
  let b = columns.map(() => 0);
  for (let step = 0; step < 12; step++) {
    const [gram, right] = sums(
      columns,
      (i) => {
        const eta = columns.reduce((sum, column, j) => sum + b[j]! * column[i]!, offset?.[i] ?? 0);
        const share = 1 / (1 + Math.exp(-eta));
        const weight = share * (1 - share);
        return {weight, target: (happened[i]! - share) / weight};
      },
      happened.length
    );
    const change = solve(gram, right);
    b = b.map((value, j) => value + change[j]!);
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  return b;
}

function sums(
  columns: readonly ArrayLike<number>[],
  at: (i: number) => {weight: number; target: number},
  n: number
): [number[][], number[]] {
  const k = columns.length;
  const gram = columns.map(() => Array.from({length: k}, () => 0));
  const right = columns.map(() => 0);
  for (let i = 0; i < n; i++) {
    const {weight, target} = at(i);
    for (let j = 0; j < k; j++) {
      const x = columns[j]![i]! * weight;
      if (x === 0) continue;
      right[j]! += x * target;
      for (let l = 0; l <= j; l++) gram[j]![l]! += x * columns[l]![i]!;
    }
  }
  for (let j = 0; j < k; j++) for (let l = 0; l < j; l++) gram[l]![j] = gram[j]![l]!;
  return [gram, right];
}

function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  rows.forEach((pivot, i) => {
    if (Math.abs(pivot[i]!) < 1e-12) throw new RangeError(`not identified: column ${i} of ${rows.length}`);
    for (const [k, row] of rows.entries()) {
      if (k === i) continue;
      const factor = row[i]! / pivot[i]!;
      for (let j = i; j < row.length; j++) row[j]! -= factor * pivot[j]!;
    }
  });
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}
