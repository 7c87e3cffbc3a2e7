import {createHash} from "node:crypto";
import {readFileSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {rules} from "../disclosure/policy.js";
import {worldKinds} from "./worldKinds.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folders = [
  "loaders/disclosure",
  "loaders/ingest",
  "loaders/release",
  "loaders/simulate",
  "loaders/study",
  "loaders/warehouse",
  "src/evidence",
  "src/released",
  "src/stats"
];
/** what a study says of itself moves no estimate */
const words = /simulate\/(committed\.md|committedSeed\.ts|describeTruth\.ts|runSimulate\.ts)$/;

/** Digest of the code, policy and parameters that the worlds are made by. */
export function worldsDigest(): string {
  const hash = createHash("sha256").update(JSON.stringify([worldKinds, rules]));
  for (const folder of folders) {
    const names = readdirSync(join(root, folder), {recursive: true, encoding: "utf8"}).toSorted();
    for (const name of names.filter((file) => /\.(ts|sql|md)$/.test(file))) {
      const path = `${folder}/${name}`;
      if (!words.test(path)) hash.update(path).update(readFileSync(join(root, path)));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
