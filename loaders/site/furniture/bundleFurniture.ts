import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {language} from "../../../src/words/language.js";
import {oneLanguage} from "../oneLanguage.js";

const source = fileURLToPath(new URL("../../../src/components/controls/furnish.ts", import.meta.url));
const folder = "_import/furniture";

/** Bundles what brings the furniture of every page to life; returns its address under the site. */
export async function bundleFurniture(dist: string): Promise<string> {
  const {metafile} = await build({
    entryPoints: [source],
    outdir: join(dist, folder),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    plugins: [oneLanguage(language())],
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    metafile: true
  });
  const entry = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint !== undefined)?.[0] ?? "";
  return `${folder}/${basename(entry)}`;
}
