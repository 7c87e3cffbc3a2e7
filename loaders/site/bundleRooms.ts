import {existsSync} from "node:fs";
import {dirname, join, normalize} from "node:path";
import {fileURLToPath} from "node:url";
import {build, type Plugin} from "esbuild";
import {language} from "../../src/words/language.js";
import {type BundledFile, bundledFiles} from "./bundledFiles.js";
import {oneLanguage} from "./oneLanguage.js";
import type {Page} from "./pages.js";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
/** what a page imports or starts as a worker, by its place beside the page */
const uses = /(?:from\s+|import\(|import\.meta\.resolve\()"(\.\.?\/[\w/.-]+)\.js"/g;

/** One file each: what is asked for all at once would come in dozens of pieces. */
const whole = /^answering\/|\/worker$/;

/** What a finding's room has for the other side: drawings are no use to a worker, estimates none to the page that asks it. */
const elsewhere: Plugin = {
  name: "elsewhere",
  setup({initialOptions, onResolve, onLoad}) {
    const [entry] = initialOptions.entryPoints as {readonly out: string}[];
    if (!entry?.out.startsWith("answering/")) return;
    const other = entry.out.endsWith("/worker") ? /\/exhibits\.js$/ : /\/(claim|derive)\.js$/;
    onResolve({filter: other}, ({path, kind}) =>
      kind === "dynamic-import" ? {path, namespace: "elsewhere"} : undefined
    );
    onLoad({filter: /./, namespace: "elsewhere"}, () => ({contents: "export {};"}));
  }
};

/**
 * The modules that pages import or start as workers from rooms of their own, by their places under src. Whatever is no module
 * of ours there is left alone: components are bundled apart.
 *
 * @param rooms  folders under src
 */
export function roomsOf(
  pages: readonly Page[],
  rooms: readonly string[] = ["answering", "explore", "overview"]
): readonly string[] {
  const used = pages.flatMap(({file, markdown}) =>
    Array.from(markdown.matchAll(uses), ([, path = ""]) => normalize(join(dirname(file), path)))
  );
  return [...new Set(used)].filter(
    (module) => rooms.some((room) => module.startsWith(`${room}/`)) && existsSync(join(source, `${module}.ts`))
  );
}

/** Bundles each module at the place under a root that it has in the source. */
export async function bundleRooms(entries: readonly string[], root: string): Promise<readonly BundledFile[]> {
  const files: BundledFile[] = [];
  // each apart: what several share would come in a dozen pieces to each of them
  for (const module of entries) {
    const {metafile} = await build({
      entryPoints: [{in: join(source, `${module}.ts`), out: module}],
      outdir: root,
      bundle: true,
      splitting: !whole.test(module),
      plugins: [elsewhere, oneLanguage(language())],
      chunkNames: `${dirname(module)}/chunk-[hash]`,
      format: "esm",
      target: "es2022",
      minify: true,
      legalComments: "none",
      logLevel: "silent",
      metafile: true
    });
    for (const file of bundledFiles(metafile, root)) files.push(file);
  }
  return files;
}
