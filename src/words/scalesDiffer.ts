/** Whether more of those who took part were rated higher than of the others on one scale, and fewer on another. */
export function scalesDiffer(scales: readonly {readonly up: number; readonly alike: number | null}[]): boolean {
  const signs = scales.flatMap(({up, alike}) => (alike === null ? [] : [Math.sign(up - alike)]));
  return signs.includes(1) && signs.includes(-1);
}
