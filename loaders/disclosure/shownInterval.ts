import type {Round} from "./round.js";

/** Between what a value lies that is shown as it is, given how it was rounded: the values that round to the same. */
export function shownInterval(
  exact: number,
  persons: number,
  round: Round | null,
  [minimum, maximum]: readonly [number, number]
): readonly [number, number] {
  if (!round) return [exact, exact];
  const shown = round(exact, persons);
  const edge = (direction: 1 | -1, limit: number): number => {
    const same = (distance: number): boolean => round(exact + direction * distance, persons) === shown;
    const furthest = Math.min(Math.abs(limit - exact), 1e6 * Math.max(1, Math.abs(exact)));
    if (same(furthest)) return exact + direction * furthest;
    let [inside, outside] = [0, Math.min(furthest, 1e-3 * Math.max(1, Math.abs(exact)))];
    while (outside < furthest && same(outside)) [inside, outside] = [outside, Math.min(furthest, outside * 4)];
    for (let i = 0; i < 25; i++) {
      const middle = (inside + outside) / 2;
      if (same(middle)) inside = middle;
      else outside = middle;
    }
    return exact + direction * outside;
  };
  return [edge(-1, minimum), edge(1, maximum)];
}
