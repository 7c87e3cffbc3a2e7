export interface Spread {
  /** where the picture begins in the drawing */
  readonly left: number;
  readonly top: number;
  readonly ratio: number;
  readonly radius: number;
  readonly among?: (index: number) => boolean;
}

/**
 * How many of the dots lie on each pixel; 255 are as many as any more. Counted is where each dot begins, which many of them
 * share, then the pixels that a dot reaches from there are summed: what a dot costs is the same, however large it is.
 */
export function covering(
  {x, y}: {readonly x: Float64Array; readonly y: Float64Array},
  {width, height}: {readonly width: number; readonly height: number},
  {left, top, ratio, radius, among}: Spread
): Uint8ClampedArray {
  const side = Math.max(1, Math.round(2 * radius * ratio));
  // with room for those that begin before the left and the upper edge
  const [before, wide, high] = [side - 1, width + side - 1, height + side - 1];
  const [shiftAcross, shiftDown] = [Math.round(left * ratio) - before, Math.round(top * ratio) - before];
  const begun = new Int32Array(wide * high);
  for (let i = 0; i < x.length; i++) {
    if (among && !among(i)) continue;
    const across = Math.round((x[i]! - radius) * ratio) - shiftAcross;
    const down = Math.round((y[i]! - radius) * ratio) - shiftDown;
    if (across >= 0 && across < wide && down >= 0 && down < high) begun[down * wide + across]! += 1;
  }
  sumAcross(begun, {wide, width, side});
  return sumDown(begun, {wide, width, height, side});
}

/** In place of each number the sum of those from it on, as many as a dot is wide. */
function sumAcross(
  begun: Int32Array,
  {wide, width, side}: {readonly wide: number; readonly width: number; readonly side: number}
): void {
  for (let row = 0; row < begun.length; row += wide) {
    let sum = 0;
    for (let k = row; k < row + side - 1; k++) sum += begun[k]!;
    for (let k = row; k < row + width; k++) {
      const first = begun[k]!;
      sum += begun[k + side - 1]!;
      begun[k] = sum;
      sum -= first;
    }
  }
}

/** The same downwards, of which a picture's pixels are taken. */
function sumDown(
  across: Int32Array,
  {wide, width, height, side}: {readonly wide: number; width: number; readonly height: number; readonly side: number}
): Uint8ClampedArray {
  const counts = new Uint8ClampedArray(width * height);
  const sums = new Int32Array(width);
  for (let row = 0; row < height + side - 1; row++) {
    const [last, first, pixel] = [row * wide, (row - side + 1) * wide, (row - side + 1) * width];
    for (let k = 0; k < width; k++) {
      sums[k]! += across[last + k]!;
      if (pixel < 0) continue;
      counts[pixel + k] = sums[k]!;
      sums[k]! -= across[first + k]!;
    }
  }
  return counts;
}
