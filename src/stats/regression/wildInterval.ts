/** The draws of a wild bootstrap with the null imposed, and what they are compared with. */
export interface WildTest {
  /** of each draw five numbers, as drawAll gives them */
  readonly polynomials: Float64Array;
  readonly b: number;
  readonly se: number;
  /** how much |t| is lessened, so that ties count */
  readonly margin: number;
}

/** Draws that may be extreme at one centre of a range and not at another, and how many others are extreme at all. */
interface Open {
  readonly places: Int32Array;
  readonly extreme: number;
}

/** every how many halvings of the range the draws are gone through that it leaves open */
const between = 3;
/** what rounding may take from a difference, as a share of what it is taken between */
const rounding = 1e-12;

/** Where p falls to alpha on either side of the estimate; null where it does not within a thousand standard errors. */
export function wildInterval(
  test: WildTest,
  pOf: (count: number) => number,
  alpha: number
): {low: number | null; high: number | null} {
  const {b, se, polynomials} = test;
  const all = {places: Int32Array.from({length: polynomials.length / 5}, (_, draw) => 5 * draw), extreme: 0};
  const side = (sign: number): number | null => {
    const at = (reach: number): number => b + sign * reach * se;
    const refuses = (open: Open, reach: number): boolean => !(pOf(countExtreme(test, open, at(reach))) > alpha);
    let [inner, outer] = [0, 2];
    while (!refuses(all, outer)) {
      inner = outer;
      outer *= 1.5;
      if (outer > 1000) return null;
    }
    let open: Open = all;
    for (let step = 0; step < 60 && outer - inner > 1e-10 * outer; step++) {
      if (step % between === 0) open = settle(test, open, [at(inner), at(outer)]);
      const middle = (inner + outer) / 2;
      if (refuses(open, middle)) outer = middle;
      else inner = middle;
    }
    return b + (sign * (inner + outer) * se) / 2;
  };
  return {low: side(-1), high: side(1)};
}

/** How many draws have |t*| at least |t|, both about a centre. */
function countExtreme({polynomials, b, se, margin}: WildTest, {places, extreme}: Open, centre: number): number {
  const bound = (Math.abs((b - centre) / se) * (1 - margin)) ** 2;
  let count = extreme;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const n = polynomials[place]! - centre * polynomials[place + 1]!;
    const s =
      polynomials[place + 2]! - 2 * centre * polynomials[place + 3]! + centre * centre * polynomials[place + 4]!;
    if (n * n >= bound * s) count += 1;
  }
  return count;
}

/**
 * Leaves the draws whose n^2 - bound s may change sign within the range: with u from its middle that is a polynomial of
 * the fourth degree, which differs from its value at the middle by no more than the sum of its other terms' sizes.
 */
function settle({polynomials, b, se, margin}: WildTest, {places, extreme}: Open, [from, to]: [number, number]): Open {
  const [middle, h, k] = [(from + to) / 2, Math.abs(to - from) / 2, ((1 - margin) / se) ** 2];
  const away = Math.abs(b - middle);
  const left = new Int32Array(places.length);
  let [count, kept] = [extreme, 0];
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const [n1, s11] = [polynomials[place + 1]!, polynomials[place + 4]!];
    const n = polynomials[place]! - middle * n1;
    const s1 = polynomials[place + 3]! - middle * s11;
    const s = polynomials[place + 2]! - middle * (polynomials[place + 3]! + s1);
    const apart = n * n - k * away * away * s;
    const size = n * n + k * away * away * Math.abs(s);
    const first = 2 * Math.abs(n * n1) + 2 * k * away * (away * Math.abs(s1) + Math.abs(s));
    const second = n1 * n1 + k * (away * away * s11 + 4 * away * Math.abs(s1) + Math.abs(s));
    const third = 2 * k * (away * s11 + Math.abs(s1));
    const others = h * (first + h * (second + h * (third + h * k * s11)));
    if (!(Math.abs(apart) > others + rounding * (size + others))) left[kept++] = place;
    else if (apart > 0) count += 1;
  }
  return {places: left.subarray(0, kept), extreme: count};
}
