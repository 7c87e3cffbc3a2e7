/** What the pointer can find in a drawing, by cells of a grid: a move looks only at the marks beside it. */
export interface MarkBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const cell = 48;

/**
 * @param reach  from how far, in pixels, a mark is still found
 * @returns the place of the nearest box in the list, or −1; of two that hold the point the smaller
 */
export function markIndex(boxes: readonly MarkBox[], reach: number): (x: number, y: number) => number {
  const cells = new Map<string, number[]>();
  boxes.forEach(({left, right, top, bottom}, i) => {
    for (let column = Math.floor((left - reach) / cell); column <= Math.floor((right + reach) / cell); column++)
      for (let row = Math.floor((top - reach) / cell); row <= Math.floor((bottom + reach) / cell); row++) {
        const key = `${column} ${row}`;
        const known = cells.get(key);
        if (known) known.push(i);
        else cells.set(key, [i]);
      }
  });
  return (x, y) => {
    let [found, least, smallest] = [-1, reach, Infinity];
    for (const i of cells.get(`${Math.floor(x / cell)} ${Math.floor(y / cell)}`) ?? []) {
      const {left, right, top, bottom} = boxes[i]!;
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      const size = (right - left) * (bottom - top);
      if (away > least || (away === least && size >= smallest)) continue;
      [found, least, smallest] = [i, away, size];
    }
    return found;
  };
}
