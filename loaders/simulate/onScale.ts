/** What is felt, as it is marked on a scale of whole points with a lowest and a highest; or as felt, where `coarse` is 0. */
export function onScale(felt: number, low: number, high: number, coarse: number): number {
  return coarse === 0 ? felt : Math.min(high, Math.max(low, Math.round(felt)));
}
