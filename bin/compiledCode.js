/** The code that runs in processes of its own as JavaScript, compiled once for each state of the repository's code. */
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {stateOfCode} from "./stateOfCode.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const shelf = join(root, ".longview/code");
/** a process that still runs imports more of the code that it began with */
const kept = 4;

/** What starts a process, by name: its module. */
const parts = {
  cli: "loaders/cli.ts",
  restage: "loaders/site/restage.ts",
  runNotebooks: "loaders/site/notebooks/runNotebooks.ts"
};

/** packages that find files of their own beside them, or are loaded for one verb alone */
const apart = [
  "@duckdb/node-api",
  "@e965/xlsx",
  "@sparticuz/chromium",
  "esbuild",
  "highs",
  "longview",
  "pg",
  "playwright-core",
  "tsx"
];

/**
 * Runs a part of the code in this process; all parts are compiled first where the code has changed since. Where nothing can
 * be written, it runs as it is.
 *
 * @param {keyof typeof parts} part
 */
export async function runPart(part) {
  const compiled = await compiledCode(part);
  if (compiled === null) (await import("tsx/esm/api")).register();
  await import(compiled ?? pathToFileURL(join(root, parts[part])).href);
}

/** @returns {Promise<string | null>} null where nothing can be written */
async function compiledCode(part) {
  const folder = join(shelf, stateOfCode(root));
  if (!(await isThere(folder)) && !(await compileInto(folder))) return null;
  return pathToFileURL(join(folder, `${part}.js`)).href;
}

const isThere = (place) => stat(place).catch(() => null);

async function compileInto(folder) {
  const draft = `${folder}.${process.pid}.draft`;
  try {
    await mkdir(join(root, ".longview"), {recursive: true, mode: 0o700});
    await mkdir(draft, {recursive: true});
    await compile(draft);
    await rename(draft, folder);
    await forgetOthers();
    return true;
  } catch (error) {
    await rm(draft, {recursive: true, force: true}).catch(() => {});
    // another process may have compiled it meanwhile
    if (await isThere(folder)) return true;
    if (["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"].includes(error.code)) return null;
    throw error;
  }
}

async function compile(outdir) {
  const {build} = await import("esbuild");
  const shared = {
    outdir,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: apart,
    mainFields: ["module", "main"],
    // packages that are CommonJS ask for Node's own modules
    banner: {
      js: 'import {createRequire as requireFor} from "node:module"; const require = requireFor(import.meta.url);'
    },
    logLevel: "silent",
    write: false
  };
  const write = async ({outputFiles}) => {
    for (const {path, contents} of outputFiles) await writeFile(path, contents);
  };
  // first what weighs as much as all else together, which esbuild would hold in memory at once
  const browser = {contents: 'export {JSDOM} from "jsdom";', resolveDir: root, sourcefile: "jsdom.js"};
  await write(await build({...shared, stdin: browser, plugins: [jsdomInPlace], entryNames: "jsdom"}));
  const entryPoints = Object.entries(parts).map(([part, module]) => ({in: join(root, module), out: part}));
  await write(await build({...shared, entryPoints, splitting: true, plugins: [inPlace, jsdomApart, lazyTypeScript]}));
}

/** What stands beside a module, its SQL for instance, is found from where the module was written. */
const inPlace = {
  name: "in place",
  setup({onLoad}) {
    onLoad({filter: /\.ts$/}, async ({path}) => ({
      contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts"
    }));
  }
};

/** The same of the two modules of jsdom with something beside them. */
const jsdomInPlace = {
  name: "jsdom in place",
  setup({onLoad}) {
    onLoad({filter: /jsdom[\\/]lib[\\/].*(style-rules|XMLHttpRequest-impl)\.js$/}, async ({path}) => ({
      contents: (await readFile(path, "utf8"))
        .replaceAll("__dirname", JSON.stringify(dirname(path)))
        .replaceAll(/require\.resolve\("(\.[^"]+)"\)/g, (_, beside) => JSON.stringify(join(dirname(path), beside))),
      loader: "js"
    }));
  }
};

const jsdomApart = {
  name: "jsdom apart",
  setup({onResolve}) {
    onResolve({filter: /^jsdom$/}, () => ({path: "./jsdom.js", external: true}));
  }
};

/** TypeScript is loaded once a cell is written in it: its own code is larger than all else together. */
const lazyTypeScript = {
  name: "TypeScript when asked for",
  setup({onResolve, onLoad, resolve: find}) {
    onResolve({filter: /^typescript$/}, async ({path, resolveDir, kind, pluginData}) => {
      if (pluginData?.found) return;
      const {path: found} = await find(path, {resolveDir, kind, pluginData: {found: true}});
      return {path: found, namespace: "when asked for"};
    });
    onLoad({filter: /./, namespace: "when asked for"}, ({path}) => ({
      contents: `let loaded;
        const whole = () => (loaded ??= (0, require)(${JSON.stringify(path)}));
        module.exports = Object.create(new Proxy({}, {get: (_, name) => whole()[name]}));`
    }));
  }
};

async function forgetOthers() {
  const places = (await readdir(shelf)).map((name) => join(shelf, name));
  const dated = await Promise.all(places.map(async (place) => ({place, at: (await isThere(place))?.mtimeMs ?? 0})));
  for (const {place} of dated.toSorted((a, b) => b.at - a.at).slice(kept))
    await rm(place, {recursive: true, force: true});
}
