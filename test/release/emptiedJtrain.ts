import {cp, mkdtemp, readFile, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";

/** The real study with every scrap rate alike, and nothing declared of its file that would then be untrue. */
export async function emptiedJtrain(scrap: string): Promise<string> {
  // a name of its own, and no release of the full one: it would be held against what that one published here
  const folder = join(await mkdtemp(join(tmpdir(), "longview-jtrain-")), "jtrain-emptied");
  await cp("data/jtrain", folder, {recursive: true, filter: (path) => basename(path) !== "released"});
  const [head = "", ...rows] = (await readFile(join(folder, "jtrain.csv"), "utf8")).trim().split(/\r?\n/);
  const at = head.split(",").indexOf("scrap");
  const emptied = rows.map((row) => row.split(",").with(at, scrap).join(","));
  await writeFile(join(folder, "jtrain.csv"), [head, ...emptied, ""].join("\n"));
  const place = join(folder, "datapackage.json");
  const description = JSON.parse(await readFile(place, "utf8")) as {resources: Record<string, unknown>[]};
  for (const resource of description.resources) for (const name of ["hash", "bytes"]) delete resource[name];
  await writeFile(place, JSON.stringify(description));
  return folder;
}
