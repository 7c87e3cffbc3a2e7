import {readFileSync} from "node:fs";
import {isDeepStrictEqual} from "node:util";
import type {World} from "../../src/worlds/world.js";
import {worldKindNames} from "../../src/worlds/world.js";
import {parseWorlds} from "../release/nullWorlds.js";
import {freezeWorlds} from "./freezeWorlds.js";
import {inThreads} from "./inThreads.js";
import {worldsDigest} from "./worldsDigest.js";

export interface ConfirmOptions {
  /** worlds of each kind that are made again */
  readonly confirm: number;
  readonly threads: number;
  readonly out: string;
}

/**
 * `worlds --confirm`: after a change that moves no verdict, makes some of each kind of frozen world again, spread over
 * their seeds. Where all come out to the last digit, the file takes the digest of the code as it is; where one does not, it
 * is named and the file stays.
 */
export async function confirmWorlds({confirm, threads, out}: ConfirmOptions): Promise<number> {
  const {worlds} = parseWorlds(readFileSync(out, "utf8"));
  const again = worldKindNames.flatMap((kind) =>
    spread(
      worlds.filter((world) => world.kind === kind),
      confirm
    )
  );
  const moved: World[] = [];
  await inThreads(again, threads, (world) => {
    const before = worlds.find(({kind, seed}) => kind === world.kind && seed === world.seed);
    if (!isDeepStrictEqual(before, JSON.parse(JSON.stringify(world)))) moved.push(world);
  });
  for (const {kind, seed} of moved) process.stdout.write(`  ${kind} ${seed} comes out differently\n`);
  if (moved.length > 0) {
    process.stdout.write(`${out} is unchanged; make it anew: npx longview worlds\n`);
    return 1;
  }
  freezeWorlds(out, worldsDigest(), worlds);
  process.stdout.write(`${out}: ${again.length} of ${worlds.length} worlds made again, all as they were\n`);
  return 0;
}

/** So many of them, at even distances from the first to the last. */
function spread<T>(values: readonly T[], count: number): T[] {
  if (values.length <= count) return [...values];
  return Array.from(
    {length: count},
    (_, i) => values[Math.round((i * (values.length - 1)) / Math.max(count - 1, 1))]
  ).filter((value) => value !== undefined);
}
