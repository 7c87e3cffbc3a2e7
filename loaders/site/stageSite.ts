/**
 * The stage: Framework's root with only the pages that this study has, their marks filled, the released tables as plain
 * JSON with constant dates, the components bundled. Nothing of it is left from an earlier stage.
 */
import {drawingDocument} from "./drawingDocument.js";
import {styleMarks} from "../../src/specimens/styleMarks.js";
import {copyFile, cp, mkdir, readdir, rm, utimes, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Language} from "../../src/words/language.js";
import {fonts} from "../../src/style/fonts.js";
import {printReleased} from "../disclosure/released.js";
import {readHistory, releasesBefore} from "../release/history/releaseHistory.js";
import {releaseSummary} from "../release/history/releaseSummary.js";
import type {StudyRelease} from "../release/releaseStudy.js";
import {evidenceContext} from "../release/context.js";
import {type Archive, archivePages} from "./archivePages.js";
import {turnImports} from "./bundleComponents.js";
import {bundlePages} from "./bundlePages.js";
import {compactDrawings} from "./compactDrawings.js";
import {type FillOptions, fillMarks} from "./fillMarks.js";
import {dataVersion} from "../release/dataVersion.js";
import {frameOf} from "./frameOf.js";
import {type HeldData, type HeldModule, holdData, holdModules} from "./heldFiles.js";
import {type HeldMark, type HeldMarks, holdMark} from "./heldMarks.js";
import {hadBy} from "./hadBy.js";
import {keepFor} from "./keepFor.js";
import {docstrings} from "./docstrings.js";
import {citationFile} from "./imprintOf.js";
import type {Marks} from "../../src/components/parts/mark.js";
import type {Past} from "./marks/changesMarks.js";
import {marksFor} from "./marks/marksFor.js";
import type {Page} from "./pages.js";
import {readPages} from "./pages.js";
import {bareFrame, frameFile, type SiteFrame} from "./siteFrame.js";
import {listNotebooks} from "./notebooks/listNotebooks.js";
import {makeNotebooks, readStudyNotebooks} from "./notebooks/studyNotebooks.js";
import {startNotebooks} from "./notebooks/workedNotebooks.js";
import {enliven, pointToRuntime} from "./pageParts.js";
import {headOf, memoryFile, type StageMemory} from "./restagePage.js";
import {stageNotebooks} from "./stageNotebooks.js";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const epoch = new Date("2000-01-01T00:00:00Z");

/** Libraries of Framework's client that no page of ours uses: an empty folder each keeps its build off the network. */
const unused = [
  "@duckdb/duckdb-wasm",
  "@observablehq/duckdb",
  "@observablehq/inputs",
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "@uwdata/vgplot",
  "@viz-js/viz",
  "apache-arrow",
  "arquero",
  "d3",
  "d3-dsv",
  "echarts",
  "exceljs",
  "htl",
  "jszip",
  "katex",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "mermaid",
  "parquet-wasm",
  "react",
  "react-dom",
  "sql.js",
  "topojson-client",
  "vega",
  "vega-lite",
  "vega-lite-api"
];

export interface Stage {
  readonly folder: string;
  readonly pages: readonly Page[];
  /** pages of past releases; `copyArchive` makes them where marks are put in later */
  readonly archive: Archive;
  /** what marks say that Framework did not have to read, by its place in the pages; for `finishPages` */
  readonly held: ReadonlyMap<string, HeldMark>;
  /** modules that Framework did not have to read, and files of data that pages may load; for `putFiles` */
  readonly modules: readonly HeldModule[];
  readonly data: readonly HeldData[];
  /** folder of files that a site has, and Framework has nothing to do with */
  readonly beside: string;
  readonly frame: SiteFrame;
  /** the language that each page is written in, by its address */
  readonly written: ReadonlyMap<string, Language>;
}

/**
 * @param later  whether marks, modules and data are put into the pages once Framework has built them: what it builds is then
 *               the same whatever the data are
 */
export async function stageSite(
  release: StudyRelease,
  folder: string,
  {later = false}: {later?: boolean} = {}
): Promise<Stage> {
  const root = join(folder, "src");
  const beside = later ? join(folder, "beside") : root;
  await rm(folder, {recursive: true, force: true});
  await mkdir(root, {recursive: true});
  const has = hadBy(release);
  const notebooks = await startNotebooks(release);
  const past = await pastOf(release);
  const archive = archivePages(
    releasesBefore(past.history, past.summary.version),
    past.summary,
    evidenceContext(release.study),
    drawingDocument()
  );
  const own = await readPages(source, release.study.language);
  // invented rows stay out of what is published
  const ours = [
    ...own
      .filter(({file}) => !later || file !== "style.md")
      .map((page) => ({...page, markdown: keepFor(page.markdown, (need) => has.has(need))})),
    ...(await readStudyNotebooks(release.study.folder)),
    ...(later ? [] : archive.pages)
  ];
  const built = (all: readonly Page[], marks: Marks): Page[] =>
    all.filter(({needs}) => needs.every((need) => has.has(need) || `${need}.sentence` in marks));
  const drawnMarks = await marksFor(release, built(ours, {}), past, await docstrings());
  const worked = await notebooks.finished;
  const marks = compacted({
    ...drawnMarks,
    ...worked.marks,
    ...archive.marks,
    ...(later ? {} : styleMarks({document: drawingDocument()}))
  });
  const pages = built([...ours, ...worked.pages], marks);
  const held: HeldMarks = new Map();
  const hold: FillOptions["hold"] = (mark, name, {alone}) =>
    holdMark(held, mark, name, {alone, prose: !Object.hasOwn(archive.marks, name)});
  const fill = (page: Page): Page => ({
    ...page,
    markdown: enliven(fillMarks(page.markdown, marks, page.file, later ? {hold} : {}), page)
  });
  const {pages: filled, shipped, left} = makeNotebooks(pages, fill);
  const copied = later ? archive.pages.map(fill) : [];
  for (const line of [...left, ...worked.left]) process.stderr.write(`left out: ${line}\n`);
  const bundled = await bundlePages(filled, root);
  const modules = later ? await holdModules(root, bundled) : [];
  const staged = later ? [...filled, fill(archive.template)] : filled;
  for (const {page} of staged.map(turnImports))
    await put(
      join(root, page.file),
      pointToRuntime(page, {preview: !later}).replace("longview:notebooks", listNotebooks(filled))
    );
  if (!later) await put(join(folder, memoryFile), JSON.stringify(memoryOf(marks, pages, [...has])));
  await stageNotebooks(release, beside, {...shipped, ...worked.shipped});
  const tables = [...release.tables, ["study", release.report] as const, ["findings", release.findings] as const];
  const whole = Array.from(release.tables, ([name, table]) => `${JSON.stringify(name)}:${printReleased(table)}`);
  const data = [
    ...tables.map(([name, table]) => ({place: `data/${name}.json`, text: printReleased(table)})),
    {place: "data/released.json", text: `{${whole.join(",")}}`}
  ];
  if (later) await holdData(root, data);
  else for (const {place, text} of data) await put(join(root, place), text);
  for (const [place, text] of Object.entries(archive.files)) await put(join(beside, place), text);
  await cp(join(source, "style/theme.css"), join(root, "style/theme.css"));
  const text = [
    ...filled.map(({markdown}) => markdown),
    ...Array.from(held.values(), ({html}) => html),
    ...tables.map(([, table]) => printReleased(table))
  ].join("");
  const {files, rules} = fonts({base: "@fonts/", text});
  await mkdir(join(beside, "fonts"), {recursive: true});
  for (const {path, name} of files) await copyFile(path, join(beside, "fonts", name));
  await put(join(beside, "CITATION.cff"), citationFile(release.study, dataVersion(release)));
  const frame = frameOf(release, filled, {
    fontRules: rules,
    files: ["/CITATION.cff", ...files.map(({name}) => `/fonts/${name}`)]
  });
  await put(join(folder, frameFile), JSON.stringify(later ? bareFrame(frame) : frame));
  for (const name of unused) await mkdir(join(root, ".observablehq/cache/_npm", `${name}@0.0.0`), {recursive: true});
  for (const entry of await readdir(root, {recursive: true, withFileTypes: true})) {
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), epoch, epoch);
  }
  const written = new Map(filled.map(({address, language = "en"}) => [address, language]));
  return {folder, pages: [...filled, ...copied], archive, data, held, modules, beside, frame, written};
}

function compacted(marks: Marks): Marks {
  return Object.fromEntries(
    Object.entries(marks).map(([name, mark]) => [name, "html" in mark ? {html: compactDrawings(mark.html)} : mark])
  );
}

async function pastOf(release: StudyRelease): Promise<Past> {
  return {summary: await releaseSummary(release), history: await readHistory(release.study.folder)};
}

function memoryOf(marks: Marks, pages: readonly Page[], has: readonly string[]): StageMemory {
  return {marks, heads: Object.fromEntries(pages.map(({file, markdown}) => [file, headOf(markdown)])), has};
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, text);
}
