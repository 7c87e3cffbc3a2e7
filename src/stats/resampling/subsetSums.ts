export interface SumDistribution {
  readonly sums: ArrayLike<number>;
  /** number of ways to reach each sum; exact to 2^53, proportional beyond */
  readonly counts: ArrayLike<number>;
}

const DENSE = 8e6;
const SPARSE = 4e6;

/**
 * How many subsets of given whole units have each sum; only those of one size if it is given. Counted by adding one
 * unit after the other (Pagano & Tritchler 1983; Streitberg & Roehmel 1986).
 *
 * @returns null where there are too many distinct sums to count
 */
export function subsetSums(units: ArrayLike<number>, size: number | null = null): SumDistribution | null {
  const least = Array.from(units).reduce((low, unit) => Math.min(low, unit), 0);
  if (size === null) return least < 0 ? signed(units) : allSizes(units);
  const raised = Float64Array.from(units, (unit) => unit - least).toSorted();
  const chosen = Math.min(size, raised.length - size);
  const total = raised.reduce((sum, unit) => sum + unit, 0);
  const most = raised.subarray(raised.length - chosen).reduce((sum, unit) => sum + unit, 0);
  const found =
    most * chosen * raised.length <= 50 * DENSE && most * chosen <= DENSE
      ? dense(raised, chosen, most)
      : sparse(raised, chosen);
  if (found === null) return null;
  const back = (sum: number): number => (chosen === size ? sum : total - sum) + size * least;
  return {sums: Float64Array.from(found.sums, back), counts: found.counts};
}

function signed(units: ArrayLike<number>): SumDistribution | null {
  const negative = Array.from(units).reduce((sum, unit) => sum + Math.min(unit, 0), 0);
  const found = allSizes(Float64Array.from(units, Math.abs));
  return found && {sums: Float64Array.from(found.sums, (sum) => sum + negative), counts: found.counts};
}

function allSizes(units: ArrayLike<number>): SumDistribution | null {
  const total = Array.from(units).reduce((sum, unit) => sum + unit, 0);
  if (total > DENSE) return sparseAll(units);
  const counts = new Float64Array(total + 1);
  counts[0] = 1;
  let reach = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    reach += unit;
    if (unit === 0) for (let k = 0; k <= reach; k++) counts[k]! *= 2;
    else for (let k = reach; k >= unit; k--) counts[k]! += counts[k - unit]!;
  }
  return compact(counts);
}

function dense(units: Float64Array, chosen: number, most: number): SumDistribution {
  const rows = Array.from({length: chosen + 1}, () => new Float64Array(most + 1));
  rows[0]![0] = 1;
  let seen = 0;
  let reach = 0;
  for (const unit of units) {
    seen++;
    reach = Math.min(most, reach + unit);
    for (let j = Math.min(chosen, seen); j > 0; j--) {
      const to = rows[j]!;
      const from = rows[j - 1]!;
      for (let k = reach; k >= unit; k--) to[k]! += from[k - unit]!;
    }
  }
  return compact(rows[chosen]!);
}

function compact(counts: Float64Array): SumDistribution {
  const sums: number[] = [];
  counts.forEach((count, sum) => {
    if (count > 0) sums.push(sum);
  });
  return {sums, counts: sums.map((sum) => counts[sum]!)};
}

function sparse(units: Float64Array, chosen: number): SumDistribution | null {
  const rows = Array.from({length: chosen + 1}, () => new Map<number, number>());
  rows[0]!.set(0, 1);
  let work = 0;
  for (const unit of units) {
    for (let j = chosen; j > 0; j--) {
      work += rows[j - 1]!.size;
      if (work > SPARSE) return null;
      add(rows[j]!, rows[j - 1]!, unit);
    }
  }
  return fromMap(rows[chosen]!);
}

function sparseAll(units: ArrayLike<number>): SumDistribution | null {
  let counts = new Map<number, number>([[0, 1]]);
  for (let i = 0; i < units.length; i++) {
    if (counts.size > SPARSE / 4) return null;
    const next = new Map(counts);
    add(next, counts, units[i]!);
    counts = next;
  }
  return fromMap(counts);
}

function add(to: Map<number, number>, from: Map<number, number>, shift: number): void {
  for (const [sum, count] of from) to.set(sum + shift, (to.get(sum + shift) ?? 0) + count);
}

function fromMap(counts: Map<number, number>): SumDistribution {
  return {sums: [...counts.keys()], counts: [...counts.values()]};
}
