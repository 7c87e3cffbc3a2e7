export interface Stencil {
  readonly gradient: Float64Array;
  readonly hessian: readonly Float64Array[];
}

/** How far the stencil reaches along a parameter. */
export function reachOf(x: number): number {
  return 3e-4 * Math.max(1, Math.abs(x));
}

/** Gradient and Hessian by central differences on one set of points. */
export function stencil(f: (at: Float64Array) => number, at: Float64Array): Stencil {
  const value = f(at);
  const h = at.map(reachOf);
  const move = (i: number, a: number, j = i, b = 0): number => {
    const point = Float64Array.from(at);
    point[i]! += a * h[i]!;
    point[j]! += b * h[j]!;
    return f(point);
  };
  const ends = Array.from(at, (_, i) => [move(i, 1), move(i, -1)] as const);
  const hessian = Array.from(at, () => new Float64Array(at.length));
  for (let i = 0; i < at.length; i++) {
    const [up, down] = ends[i]!;
    hessian[i]![i] = (up - 2 * value + down) / h[i]! ** 2;
    for (let j = 0; j < i; j++) {
      const cross =
        (move(i, 1, j, 1) - move(i, 1, j, -1) - move(i, -1, j, 1) + move(i, -1, j, -1)) / (4 * h[i]! * h[j]!);
      hessian[i]![j] = cross;
      hessian[j]![i] = cross;
    }
  }
  return {gradient: Float64Array.from(ends, ([up, down], i) => (up - down) / (2 * h[i]!)), hessian};
}
