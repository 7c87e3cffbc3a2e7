import {cp, readFile, rm, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {language} from "../../src/words/language.js";
import {bundleComponents, componentsOf} from "./bundleComponents.js";
import type {BundledFile} from "./bundledFiles.js";
import {bundleRooms, roomsOf} from "./bundleRooms.js";
import {codeHash, keptBundle} from "./keptBundle.js";
import type {Page} from "./pages.js";

/** one of each language, of the study that is built and of the one before it */
const most = 4;
const shelf = ".longview/page-bundles";
const list = "files.json";
const code = [
  "package-lock.json",
  "src",
  ...["bundleComponents", "bundlePages", "bundleRooms", "bundledFiles", "oneLanguage"].map(
    (module) => `loaders/site/${module}.ts`
  )
];

/** All that the pages' code imports, bundled into a stage's root. */
export async function bundlePages(pages: readonly Page[], root: string): Promise<readonly BundledFile[]> {
  const [rooms, components] = [roomsOf(pages), componentsOf(pages)];
  const kept = await keptBundle(
    shelf,
    await codeHash(code, [language(), rooms, components]),
    async (folder) => {
      const files = [...(await bundleRooms(rooms, folder)), ...(await bundleComponents(components, folder))];
      // a part that two bundles have is one file
      const once = new Map(files.map((file) => [file.place, file]));
      await writeFile(join(folder, list), JSON.stringify([...once.values()]));
    },
    {most}
  );
  await cp(kept, root, {recursive: true});
  await rm(join(root, list));
  return JSON.parse(await readFile(join(kept, list), "utf8")) as readonly BundledFile[];
}
