/** Whether a face's `unicode-range` has one of the characters; without one it has them all. */
export function coversAny(ranges: string | undefined, codes: Iterable<number>): boolean {
  if (ranges === undefined || ranges.trim() === "") return true;
  const spans = ranges.split(",").map((range) => {
    const [from = 0, to = from] = range
      .trim()
      .replace(/^U\+/i, "")
      .split("-")
      .map((code) => parseInt(code, 16));
    return [from, to] as const;
  });
  for (const code of codes) if (spans.some(([from, to]) => code >= from && code <= to)) return true;
  return false;
}
