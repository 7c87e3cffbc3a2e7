/** What was released, put aside on this machine and taken back as it was. */
import {keepValue, readValue} from "../study/keptValue.js";
import {Released, type Provenance} from "./released.js";

interface Kept {
  readonly released: ReadonlyMap<string, {readonly value: unknown; readonly provenance: Provenance}>;
  readonly beside: unknown;
}

/** @param beside  what else is to be kept with it, plain data */
export async function keepReleased(
  file: string,
  released: ReadonlyMap<string, Released<unknown>>,
  beside: unknown
): Promise<void> {
  const plain = Array.from(released, ([name, {value, provenance}]) => [name, {value, provenance}] as const);
  await keepValue(file, {released: new Map(plain), beside} satisfies Kept);
}

/** Null where nothing is kept, or where it is damaged. */
export async function readKept<Beside>(
  file: string
): Promise<{readonly released: ReadonlyMap<string, Released<unknown>>; readonly beside: Beside} | null> {
  const kept = (await readValue<Kept>(file))?.value;
  if (!kept) return null;
  const released = Array.from(kept.released, ([name, one]) => [name, Released.of(one.value, one.provenance)] as const);
  return {released: new Map(released), beside: kept.beside as Beside};
}
