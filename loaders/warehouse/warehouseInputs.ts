/** Everything that a warehouse is made from: the study's description, SQL and raw files, and our code, each by its digest. */
import {createHash} from "node:crypto";
import {createReadStream, readFileSync} from "node:fs";
import {readdir, stat} from "node:fs/promises";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";

export interface WarehouseInputs {
  /** digests of the study's files by path in its folder; a missing one is told of when it is read */
  readonly files: ReadonlyMap<string, string>;
  readonly code: string;
}

const loaders = fileURLToPath(new URL("..", import.meta.url));

export async function warehouseInputs(study: Study): Promise<WarehouseInputs> {
  const places = [
    join(study.folder, "datapackage.json"),
    ...study.mappings.values(),
    ...study.resources.map((resource) => join(study.folder, resource.path))
  ];
  const files = new Map<string, string>();
  for (const place of places) files.set(relative(study.folder, place), await digestOf(place));
  return {files, code: await codeDigest()};
}

/** One name for all of them. */
export function nameInputs({files, code}: WarehouseInputs): string {
  const hash = createHash("sha256");
  for (const [file, digest] of files) hash.update(`${file} ${digest}\n`);
  return hash.update(code).digest("hex").slice(0, 16);
}

/** @throws {StudyError} naming what is not as it was before it was read */
export function refuseChanged(before: WarehouseInputs, after: WarehouseInputs): void {
  const rule = "changed while it was read";
  const remedy = "Run it again when nothing writes there";
  const violations = [...after.files]
    .filter(([file, digest]) => before.files.get(file) !== digest)
    .map(([file]) => ({file, rule, remedy}));
  if (violations.length > 0) throw new StudyError(violations);
  if (before.code !== after.code)
    throw new Error("Longview's own code changed while it read the study, whose files are as they were; run it again");
}

async function digestOf(file: string): Promise<string> {
  if (!(await stat(file).catch(() => null))) return "none";
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function codeDigest(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of ["study", "ingest", "warehouse"]) {
    const entries = await readdir(join(loaders, folder), {recursive: true, withFileTypes: true});
    const places = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const place of places.toSorted()) hash.update(relative(loaders, place)).update(readFileSync(place));
  }
  return hash.digest("hex");
}
