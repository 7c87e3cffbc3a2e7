/** The dots on each pixel, counted pixel by pixel: what covering() must give, however it counts. */
import {expect, it} from "vitest";
import {covering, type Spread} from "../../src/explore/draw/covering.js";
import {random} from "../../src/stats/random.js";

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function pixelByPixel(
  {x, y}: Points,
  {width, height}: {readonly width: number; readonly height: number},
  {left, top, ratio, radius, among}: Spread
): Uint8ClampedArray {
  const counts = new Uint8ClampedArray(width * height);
  const side = Math.max(1, Math.round(2 * radius * ratio));
  const begins = (place: number, shift: number): number =>
    Math.round((place - radius) * ratio) - Math.round(shift * ratio);
  for (let i = 0; i < x.length; i++) {
    if (among && !among(i)) continue;
    const [across, down] = [begins(x[i]!, left), begins(y[i]!, top)];
    for (let row = Math.max(0, down); row < Math.min(height, down + side); row++)
      for (let column = Math.max(0, across); column < Math.min(width, across + side); column++)
        counts[row * width + column]! += 1;
  }
  return counts;
}

const size = {width: 60, height: 40};

/** Over all of the picture and somewhat beyond each of its edges, the last three hundred on one place. */
function scattered(seed: number, {left, top, ratio}: Pick<Spread, "left" | "top" | "ratio">): Points {
  const {uniform} = random(seed);
  const along = (start: number, length: number): Float64Array =>
    Float64Array.from({length: 900}, (_, i) => start + (i < 600 ? 1.4 * uniform() - 0.2 : 0.5) * (length / ratio));
  return {x: along(left, size.width), y: along(top, size.height)};
}

it.each([
  [1, 1.5],
  [1, 0.4],
  [1.25, 2],
  [1.5, 3],
  [2, 3]
])("covering(points) on a screen of %s pixels for one, of radius %s, counts every pixel's dots", (ratio, radius) => {
  const spread = {left: 44, top: 68, ratio, radius};
  const points = scattered(7, spread);
  const found = covering(points, size, spread);
  expect(found).toEqual(pixelByPixel(points, size, spread));
  expect(found.includes(255)).toBe(true);
  const odd = {...spread, among: (i: number) => i % 2 === 1};
  expect(covering(points, size, odd)).toEqual(pixelByPixel(points, size, odd));
});
