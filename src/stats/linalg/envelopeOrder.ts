/** in so many times as many cliques as the median vertex, a vertex neighbours too many to stand among them */
const manyTimes = 10;

/**
 * An order of the vertices of a graph in which a matrix over them has a small envelope: connected parts one after the other,
 * each by reverse Cuthill-McKee, and at last the vertices that neighbour nearly all.
 *
 * Source     Cuthill & McKee (1969), doi:10.1145/800195.805928; George (1971) for its reverse
 * @param cliques  vertices all of which neighbour one another, a list each
 * @returns        the vertices, first to last
 */
export function envelopeOrder(vertices: number, cliques: readonly Int32Array[]): Int32Array {
  const {starts, held} = cliquesOf(vertices, cliques);
  const degree = Int32Array.from({length: vertices}, (_, vertex) => starts[vertex + 1]! - starts[vertex]!);
  const most = manyTimes * Math.max(1, degree.toSorted()[vertices >> 1] ?? 0);
  const byDegree = Int32Array.from({length: vertices}, (_, vertex) => vertex).toSorted(
    (a, b) => degree[a]! - degree[b]!
  );
  const [order, seen, asked] = [new Int32Array(vertices), new Uint8Array(vertices), new Uint8Array(cliques.length)];
  let count = 0;
  const take = (vertex: number): void => {
    seen[vertex] = 1;
    order[count++] = vertex;
  };
  const rank = new Int32Array(vertices);
  byDegree.forEach((vertex, place) => (rank[vertex] = place));
  for (const root of byDegree) {
    if (seen[root] || degree[root]! > most) continue;
    take(root);
    for (let next = count - 1; next < count; next++) {
      const from = count;
      const vertex = order[next]!;
      for (let k = starts[vertex]!; k < starts[vertex + 1]!; k++) {
        if (asked[held[k]!]) continue;
        asked[held[k]!] = 1;
        for (const other of cliques[held[k]!]!) if (!seen[other] && degree[other]! <= most) take(other);
      }
      order.subarray(from, count).sort((a, b) => rank[a]! - rank[b]!);
    }
  }
  order.subarray(0, count).reverse();
  for (const vertex of byDegree) if (!seen[vertex]) take(vertex);
  return order;
}

/** The cliques of each vertex, one vertex's after the other's. */
function cliquesOf(vertices: number, cliques: readonly Int32Array[]): {starts: Int32Array; held: Int32Array} {
  const starts = new Int32Array(vertices + 1);
  for (const clique of cliques) for (const vertex of clique) starts[vertex + 1]! += 1;
  for (let vertex = 0; vertex < vertices; vertex++) starts[vertex + 1]! += starts[vertex]!;
  const held = new Int32Array(starts[vertices]!);
  const place = starts.slice();
  cliques.forEach((clique, at) => {
    for (const vertex of clique) held[place[vertex]!++] = at;
  });
  return {starts, held};
}
