/** Each row's exposure so many years before it; NaN where that year is not there. */
export function shifted(
  {
    units,
    years,
    x
  }: {
    readonly units: readonly string[];
    readonly years: readonly number[];
    readonly x: readonly number[];
  },
  lag: number
): number[] {
  const at = new Map(units.map((unit, row) => [`${unit} ${years[row]}`, x[row] ?? NaN]));
  return units.map((unit, row) => at.get(`${unit} ${(years[row] ?? NaN) - lag}`) ?? NaN);
}
