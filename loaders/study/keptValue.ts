/** Plain data put aside on this machine: readable by its owner only, and taken for damaged where its bytes have changed. */
import {createHash, randomUUID} from "node:crypto";
import {mkdir, readFile, rename, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {deserialize, serialize} from "node:v8";
import {isRunning} from "./isRunning.js";

export async function keepValue(file: string, value: unknown): Promise<void> {
  const bytes = serialize(value);
  await mkdir(dirname(file), {recursive: true, mode: 0o700});
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]), {mode: 0o600});
  await rename(draft, file);
}

/** Whether a file is a value that is being put aside now, by this process or another. */
export function isBeingKept(name: string): boolean {
  const [, writer] = /\.(\d+)\.[\da-f-]{36}$/.exec(name) ?? [];
  return writer !== undefined && isRunning(Number(writer));
}

/** Null where nothing is kept, or where it is damaged. */
export async function readValue<T>(file: string): Promise<{readonly value: T} | null> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || !bytes.subarray(0, 32).equals(digestOf(bytes.subarray(32)))) return null;
  return {value: deserialize(bytes.subarray(32)) as T};
}

const digestOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
