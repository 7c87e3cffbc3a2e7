/** A mark's place in its frame. */
export interface MarkBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface MarkBoxes {
  readonly count: number;
  readonly box: (at: number) => MarkBox;
}

const cell = 48;
/** rows of cells between one column's keys and the next's: no drawing is so high */
const columnStep = 4096;

/**
 * What the pointer can find in a drawing, by cells of a grid: a move looks only at the marks beside it.
 *
 * @param reach  from how far, in pixels, a mark is still found
 * @returns the place of the nearest box in the list, or −1; of two that hold the point the smaller
 */
export function markIndex({count, box}: MarkBoxes, reach: number): (x: number, y: number) => number {
  const cells = new Map<number, number[]>();
  const key = (column: number, row: number): number => column * columnStep + row;
  for (let at = 0; at < count; at++) {
    const {left, right, top, bottom} = box(at);
    const [first, last] = [Math.floor((top - reach) / cell), Math.floor((bottom + reach) / cell)];
    for (let column = Math.floor((left - reach) / cell); column <= Math.floor((right + reach) / cell); column++)
      for (let row = first; row <= last; row++) {
        const known = cells.get(key(column, row));
        if (known) known.push(at);
        else cells.set(key(column, row), [at]);
      }
  }
  return (x, y) => {
    let [found, least, smallest] = [-1, reach, Infinity];
    for (const at of cells.get(key(Math.floor(x / cell), Math.floor(y / cell))) ?? []) {
      const {left, right, top, bottom} = box(at);
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      const size = (right - left) * (bottom - top);
      if (away > least || (away === least && size >= smallest)) continue;
      [found, least, smallest] = [at, away, size];
    }
    return found;
  };
}
