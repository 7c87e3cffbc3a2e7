/** The name nearest to one that is not known, by edits; null where none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const scored = known
    .map((one) => ({one, away: edits(name.toLowerCase(), one.toLowerCase())}))
    .toSorted((a, b) => a.away - b.away);
  const [best] = scored;
  return best && best.away <= Math.max(2, Math.ceil(name.length / 2)) ? best.one : null;
}

function edits(a: string, b: string): number {
  let before = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++)
      now[j] = Math.min(
        (before[j] ?? 0) + 1,
        (now[j - 1] ?? 0) + 1,
        (before[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      );
    before = now;
  }
  return before[b.length] ?? 0;
}
