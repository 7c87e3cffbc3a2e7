import {appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {World, WorldKind} from "../../src/worlds/world.js";
import {worldKindNames} from "../../src/worlds/world.js";
import {committedSeed} from "../simulate/committedSeed.js";
import {parseWorlds} from "../release/nullWorlds.js";
import {freezeWorlds} from "./freezeWorlds.js";
import {inThreads} from "./inThreads.js";
import {worldsDigest} from "./worldsDigest.js";

export interface WorldsOptions {
  /** of the two nulls that are bounded; of the other kinds a fifth as many */
  readonly seeds: number;
  readonly first?: number;
  readonly threads: number;
  readonly cache: string;
  readonly out: string;
}

/** seeds below it were looked at while rules were chosen */
export const freshSeed = 2001;
/** of the other kinds, whose rates are printed and not bounded, a fifth as many are simulated */
const bounded: ReadonlySet<WorldKind> = new Set(["pure", "selection"]);

function seedsOf(kind: WorldKind, seeds: number): number {
  return bounded.has(kind) ? seeds : Math.ceil(seeds / 5);
}

/**
 * `worlds`: simulates studies of known truth, asks of each what would have been found, and freezes the answers. A run goes
 * on from one that was cut short, else from the frozen worlds, as long as code, policy and parameters are the same. What they showed is written
 * beside the simulator and into the default study's README, which `simulate` writes the same.
 */
export async function runWorlds(values: WorldsOptions): Promise<number> {
  const {seeds, threads, first = freshSeed} = values;
  if (!Number.isInteger(seeds) || seeds < 1)
    throw new RangeError(`invalid --seeds; not a whole number: ${values.seeds}`);
  if (!Number.isInteger(first) || first < 1) throw new RangeError(`invalid --first; not a whole number: ${first}`);
  if (!Number.isInteger(threads) || threads < 1)
    throw new RangeError(`invalid --threads; not a whole number: ${values.threads}`);
  const digest = worldsDigest();
  const journal = join(values.cache, `${digest}.jsonl`);
  mkdirSync(values.cache, {recursive: true});
  const done = existsSync(journal) ? readJournal(journal) : readFrozen(values.out, digest);
  // rewritten, since a line that was cut has no end to go on after
  writeFileSync(journal, done.map((world) => `${JSON.stringify(world)}\n`).join(""));
  const made = new Set(done.map(({kind, seed}) => `${kind} ${seed}`));
  const own = {kind: "truth", seed: committedSeed} as const;
  const fresh = Array.from({length: seeds}, (_, i) => i).flatMap((i) =>
    worldKindNames.flatMap((kind) => (i < seedsOf(kind, seeds) ? [{kind, seed: first + i}] : []))
  );
  const jobs = [own, ...fresh];
  const open = jobs.filter(({kind, seed}) => !made.has(`${kind} ${seed}`));
  const started = performance.now();
  let count = 0;
  await inThreads(open, threads, (world) => {
    done.push(world);
    appendFileSync(journal, `${JSON.stringify(world)}\n`);
    count += 1;
    const left = ((performance.now() - started) / count / 60_000) * (open.length - count);
    process.stderr.write(
      `\r${jobs.length - open.length + count} of ${jobs.length} worlds, ${left.toFixed(0)} min left  `
    );
  });
  process.stderr.write("\n");
  const worlds = done
    .filter((world) => jobs.some(({kind, seed}) => kind === world.kind && seed === world.seed))
    .toSorted((a, b) => a.seed - b.seed || worldKindNames.indexOf(a.kind) - worldKindNames.indexOf(b.kind));
  freezeWorlds(values.out, digest, worlds);
  const failed = worlds.filter((world) => world.failed !== undefined);
  process.stdout.write(`${values.out}: ${worlds.length} worlds of code, policy and parameters ${digest}\n`);
  for (const {kind, seed, failed: reason} of failed) process.stdout.write(`  ${kind} ${seed} failed: ${reason}\n`);
  return failed.length === 0 ? 0 : 1;
}

/** The worlds that are frozen already, where the code is still what made them. */
function readFrozen(path: string, digest: string): World[] {
  if (!existsSync(path)) return [];
  const frozen = parseWorlds(readFileSync(path, "utf8"));
  return frozen.digest === digest ? [...frozen.worlds] : [];
}

/** The last line may have been cut. */
function readJournal(path: string): World[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => (line.endsWith("}") ? [JSON.parse(line) as World] : []));
}
