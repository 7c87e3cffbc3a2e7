/** The known name that is nearest to a misspelt one, if any is near: unless told, at most a third of its letters apart. */
export function nearestName(
  name: string,
  known: Iterable<string>,
  within = Math.max(1, Math.floor(name.length / 3))
): string | undefined {
  let nearest: string | undefined;
  let least = within + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** Letters to insert, delete, replace or exchange with their neighbour (Damerau 1964, optimal alignment). */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({length: to.length + 1}, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const [above = [], twoAbove = []] = [rows[i - 1], rows[i - 2]];
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      row[j] = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      const exchanged = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (exchanged) row[j] = Math.min(row[j] ?? 0, (twoAbove[j - 2] ?? 0) + 1);
    }
    rows.push(row);
  }
  return rows[from.length]?.[to.length] ?? 0;
}
