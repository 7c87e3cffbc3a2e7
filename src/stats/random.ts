import {InvalidArgument} from "./errors/invalidArgument.js";

/**
 * Seeded random numbers: xoshiro128++ with its state filled by splitmix32.
 *
 * Named streams are independent of one another and of the order in which they are drawn from, so adding a draw to one
 * part of a simulation leaves every other part as it was.
 *
 * Source     Blackman & Vigna (2021), doi:10.1145/3460772; Lemire (2019), doi:10.1145/3230636, for unbiased integers
 * Not here   cryptographic strength
 */
export interface Random {
  /** uniform on 0 .. 2^32 - 1 */
  uint32(): number;
  /** uniform on [0, 1), 53 bits */
  uniform(): number;
  /** uniform integer on 0 .. n - 1, without modulo bias */
  below(n: number): number;
  /** standard normal, by the polar method */
  normal(): number;
  /** an independent stream, the same for the same seed and name */
  stream(name: string): Random;
}

/** @throws {RangeError} if the seed is not a safe integer */
export function random(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new InvalidArgument(`invalid seed; not a safe integer: ${seed}`);
  return generator(seed | 0, Math.floor(seed / 2 ** 32) | 0);
}

function generator(low: number, high: number): Random {
  let z = low ^ Math.imul(high, 0x9e3779b9);
  const fill = (): number => {
    z = (z + 0x9e3779b9) | 0;
    let t = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return t ^ (t >>> 15);
  };
  // words in an array stay integers, where variables of a closure would be put on the heap anew with every draw
  const state = new Int32Array(4);
  state[0] = fill();
  state[1] = fill();
  z ^= high;
  state[2] = fill();
  state[3] = fill() | 1;
  let spare = NaN;

  const uint32 = (): number => {
    const a = state[0]!;
    const b = state[1]!;
    const d = state[3]!;
    const sum = (a + d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + a) >>> 0;
    const c = state[2]! ^ a;
    const e = d ^ b;
    state[0] = a ^ e;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (e << 11) | (e >>> 21);
    return result;
  };
  const uniform = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  const below = (n: number): number => {
    if (!(n >= 1 && n <= 4294967296) || n % 1 !== 0) {
      throw new InvalidArgument(`invalid n; not a whole number from 1 to 2^32: ${n}`);
    }
    for (;;) {
      const draw = uint32();
      // a double holds the product to 2^53; beyond, it is taken in two parts
      const upper = n > 2097152 ? draw * Math.floor(n / 65536) : 0;
      const whole = Math.floor(upper / 65536);
      const rest = n > 2097152 ? draw * (n % 65536) + (upper - whole * 65536) * 65536 : draw * n;
      const quotient = Math.floor(rest / 4294967296);
      const fraction = rest - quotient * 4294967296;
      if (fraction >= n || fraction >= 4294967296 % n) return whole + quotient;
    }
  };
  const normal = (): number => {
    if (spare === spare) {
      const kept = spare;
      spare = NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const r = x * x + y * y;
      if (r === 0 || r >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      spare = y * scale;
      return x * scale;
    }
  };
  const stream = (name: string): Random => {
    let h = 0x811c9dc5 ^ low;
    let g = 0x85ebca6b ^ high;
    for (let i = 0; i < name.length; i++) {
      h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
      g = Math.imul(g ^ name.charCodeAt(i), 0xc2b2ae35) + 0x27d4eb2f;
    }
    return generator(h, g);
  };
  return {uint32, uniform, below, normal, stream};
}
