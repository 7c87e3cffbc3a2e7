import {random} from "../random.js";

/** clusters whose signs are looked up together */
export const together = 8;

/** Random signs of clusters as bits, eight clusters a block: block after block and, within a block, draw after draw. */
export function multiplierSigns(clusters: number, {draws, seed}: {draws: number; seed: number}): Uint8Array {
  const stream = random(seed).stream("multipliers");
  const signs = new Uint8Array(Math.ceil(clusters / together) * draws);
  for (let draw = 0; draw < draws; draw++)
    for (let i = 0, place = draw; i < clusters; place += draws) {
      let bits = 0;
      for (let k = 0; k < together && i < clusters; k++, i++) bits |= (stream.uint32() & 1) << k;
      signs[place] = bits;
    }
  return signs;
}
