import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {language} from "../../src/words/language.js";
import {type BundledFile, bundledFiles} from "./bundledFiles.js";
import {oneLanguage} from "./oneLanguage.js";
import type {Page} from "./pages.js";

const source = fileURLToPath(new URL("../../src/components/", import.meta.url));
/** "figures/forest": a component's place in its folder, in a page's import of it */
const imports = /(?<=from "(?:\.\.?\/)+components\/)([\w/-]+)(?=\.js")/g;

/** What only enlivens drawings that stand in a page already. */
const enlivens = new Set(["controls/enhanceFigures", "parts/driftingSeries"]);

/** in the stage's root */
const folder = "components";

export interface UsedComponents {
  /** files, and the components that a page draws with */
  readonly drawing: readonly (readonly [string, readonly string[]])[];
  readonly enlivening: readonly string[];
}

/** The components that the pages' code imports. */
export function componentsOf(pages: readonly Page[]): UsedComponents {
  const turned = pages.map(turnImports).filter(({names}) => names.length > 0);
  return {
    drawing: [...new Map(turned.map(({bundle: file, names}) => [file, names]))],
    enlivening: [...new Set(pages.flatMap(importedBy).filter((name) => enlivens.has(name)))]
  };
}

/**
 * Bundles components, one file for all that a page draws with. What only enlivens is bundled apart: beside the components that
 * draw, it would come with all of the libraries that these use.
 */
export async function bundleComponents(
  {drawing, enlivening}: UsedComponents,
  root: string
): Promise<readonly BundledFile[]> {
  const files = [await bundle(new Map(drawing), root)];
  // each apart: one page has one of them
  for (const name of enlivening) files.push(await bundle(new Map([[name, [name]]]), root));
  return files.flat();
}

/** A page whose imports of components lead to the one file for all that it draws with, and the name of that file. */
export function turnImports(page: Page): {page: Page; bundle: string; names: readonly string[]} {
  const names = importedBy(page).filter((name) => !enlivens.has(name));
  const file = names.map((name) => basename(name)).join("-");
  const markdown = page.markdown.replaceAll(imports, (name) => (enlivens.has(name) ? name : file));
  return {page: {...page, markdown}, bundle: file, names};
}

function importedBy({markdown}: Page): string[] {
  return [...new Set(markdown.match(imports))].toSorted();
}

async function bundle(files: ReadonlyMap<string, readonly string[]>, root: string): Promise<BundledFile[]> {
  if (files.size === 0) return [];
  const {metafile} = await build({
    entryPoints: Array.from(files.keys(), (file) => ({in: `page:${file}`, out: file})),
    plugins: [
      oneLanguage(language()),
      {
        name: "page",
        setup({onResolve, onLoad}) {
          onResolve({filter: /^page:/}, ({path}) => ({path: path.slice("page:".length), namespace: "page"}));
          onLoad({filter: /./, namespace: "page"}, ({path}) => ({
            contents: (files.get(path) ?? []).map((name) => `export * from "./${name}.ts";`).join("\n"),
            resolveDir: source
          }));
        }
      }
    ],
    outdir: join(root, folder),
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    metafile: true
  });
  return bundledFiles(metafile, root);
}
