/** Numbers to pixels along a straight axis, with round ends and ticks at 1, 2 or 5 times a power of ten. */
export interface LinearScale {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  invert(pixel: number): number;
  ticks(count: number): number[];
}

export interface LinearScaleOptions {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** about so many ticks; the ends become round numbers of their step */
  readonly ticks?: number;
}

export function linearScale({domain: [low, high], range, ticks = 5}: LinearScaleOptions): LinearScale {
  const step = stepFor(high - low, ticks);
  const [first, last] = [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
  const [start, end] = range;
  const scale = (value: number): number => start + ((value - first) / (last - first)) * (end - start);
  return Object.assign(scale, {
    domain: [first, last] as const,
    range,
    invert: (pixel: number) => first + ((pixel - start) / (end - start)) * (last - first),
    ticks(count: number) {
      const each = stepFor(last - first, count);
      const from = Math.ceil(first / each - 1e-9);
      const to = Math.floor(last / each + 1e-9);
      return Array.from({length: to - from + 1}, (_, i) => Number(((from + i) * each).toPrecision(12)));
    }
  });
}

function stepFor(width: number, count: number): number {
  const rough = width / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return (lead >= Math.sqrt(50) ? 10 : lead >= Math.sqrt(10) ? 5 : lead >= Math.SQRT2 ? 2 : 1) * power;
}
