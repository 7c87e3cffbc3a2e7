/** What runs notebooks in a reader's browser, from our own files: a module for each thing that a cell may name. */
import {copyFile, mkdir, readFile, writeFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import type {BuildOptions, Plugin} from "esbuild";
import {oneLanguage} from "./oneLanguage.js";

const source = fileURLToPath(new URL("../../src/notebook/", import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

const libraries: Readonly<Record<string, string>> = {
  plot: `export * from "@observablehq/plot";`,
  d3: `export * from "d3";`,
  arquero: `export * from "arquero";`,
  inputs: `export * from "@observablehq/inputs";`,
  htl: `export * from "htl";`
};
const modules = [
  "longview",
  "engine",
  "figures",
  "released",
  "comparison",
  "background",
  "progress",
  "worker",
  "sql",
  "live/page",
  "live/kept",
  "live/lab"
];

/** Modules of Notebook Kit that are not for these pages: what fetches from elsewhere, and languages that do not run here. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/stdlib\/recommendedLibraries\.js$/, `export const md = () => import("./md.js").then(({md}) => md);`],
  [
    /stdlib\/(sampleDatasets|duckdb|interpreter|databaseClient)\.js$/,
    "export const DatabaseClient = undefined, Interpreter = undefined;"
  ],
  [/javascript\/typescript\.js$/, refusing("transpileTypeScript", "TypeScript")],
  [/javascript\/observable\.js$/, refusing("transpileObservable", "Observable JavaScript")],
  [/stdlib\/highlight\.js$/, "export const highlight = () => {};"],
  [/runtime\/inspect\.js$/, `export * from ${JSON.stringify(join(source, "live/inspect.ts"))};`]
];

function refusing(name: string, language: string): string {
  return `export function ${name}() { throw new SyntaxError("${language} cells do not run here; write JavaScript"); }`;
}

const notebookKit: Plugin = {
  name: "notebook-kit",
  setup({onLoad}) {
    onLoad({filter: /notebook-kit\/dist\/src\/.*\.js$/}, ({path}) => {
      const found = replaced.find(([pattern]) => pattern.test(path));
      return found && {contents: found[1], resolveDir: dirname(path)};
    });
  }
};

const virtual: Plugin = {
  name: "library",
  setup({onResolve, onLoad}) {
    onResolve({filter: /^library:/}, ({path}) => ({path: path.slice("library:".length), namespace: "library"}));
    onLoad({filter: /./, namespace: "library"}, ({path}) => ({contents: libraries[path], resolveDir: source}));
  }
};

/** A file without splitting would have the brush's libraries in it. */
const brushApart: Plugin = {
  name: "brush",
  setup({onResolve}) {
    onResolve({filter: /\/addBrush\.js$/}, ({path, kind}) =>
      kind === "dynamic-import" ? {path, external: true} : undefined
    );
  }
};

/** @param folder  where the files go; their names are those that pages and cells load them by */
export async function bundleNotebook(folder: string): Promise<void> {
  const shared: BuildOptions = {
    // its pages are in English, whatever the site is in
    plugins: [notebookKit, virtual, oneLanguage("en")],
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    keepNames: true,
    legalComments: "none",
    loader: {".css": "empty"},
    logLevel: "silent"
  };
  await build({
    ...shared,
    entryPoints: [
      ...modules.map((name) => ({in: join(source, `${name}.ts`), out: name.replace("live/", "")})),
      ...Object.keys(libraries).map((name) => ({in: `library:${name}`, out: name}))
    ],
    chunkNames: "part-[hash]",
    splitting: true
  });
  // pages with figures ask for these: one file each, the brush only where there is one
  await build({
    ...shared,
    plugins: [...(shared.plugins ?? []), brushApart],
    entryPoints: [
      ...["offer", "enliven"].map((name) => ({in: join(source, `live/${name}.ts`), out: name})),
      {in: join(source, "../components/controls/addBrush.ts"), out: "addBrush"}
    ]
  });
  await mkdir(folder, {recursive: true});
  const duckdb = dirname(resolve("@duckdb/duckdb-wasm"));
  await copyFile(join(duckdb, "duckdb-eh.wasm"), join(folder, "duckdb.wasm"));
  const worker = await readFile(join(duckdb, "duckdb-browser-eh.worker.js"), "utf8");
  await writeFile(join(folder, "duckdb-worker.js"), worker.replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"));
}
