/**
 * What was released, put aside on this machine and taken back as it was: readable by its owner only, and taken for damaged
 * where its bytes are not those that were written.
 */
import {createHash, randomUUID} from "node:crypto";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {deserialize, serialize} from "node:v8";
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
  const bytes = serialize({released: new Map(plain), beside} satisfies Kept);
  await mkdir(dirname(file), {recursive: true, mode: 0o700});
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]), {mode: 0o600});
  await rename(draft, file);
}

/** Null where nothing is kept, or where it is damaged. */
export async function readKept<Beside>(
  file: string
): Promise<{readonly released: ReadonlyMap<string, Released<unknown>>; readonly beside: Beside} | null> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || !bytes.subarray(0, 32).equals(digestOf(bytes.subarray(32)))) return null;
  const kept = deserialize(bytes.subarray(32)) as Kept;
  const released = Array.from(kept.released, ([name, one]) => [name, Released.of(one.value, one.provenance)] as const);
  return {released: new Map(released), beside: kept.beside as Beside};
}

const digestOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
