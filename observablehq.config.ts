import {spawnSync} from "node:child_process";
import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {siteFooter} from "./loaders/site/furniture/siteFooter.js";
import {siteHead} from "./loaders/site/furniture/siteHead.js";
import {siteHeader} from "./loaders/site/furniture/siteHeader.js";
import {speak} from "./src/words/language.js";
import {bareFrame, frameFile, type SiteFrame} from "./loaders/site/siteFrame.js";

/**
 * The stage that `build` and `dev` make. Without one, a preview is of the default study's, published and staged first;
 * Framework alone builds no site, since nothing of it would be checked or go on record.
 */
const stage = process.env.LONGVIEW_STAGE ?? stageForPreview("data/fujitsu-ssl", ".longview/stage/fujitsu-ssl/preview");

function stageForPreview(study: string, folder: string): string {
  const refuse = (sentence: string): never => {
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  };
  if (process.argv.includes("build")) refuse("A site is published, checked and put on record by: npx longview build");
  const {status} = spawnSync(process.execPath, ["bin/part.js", "restage", study, folder], {
    stdio: "inherit"
  });
  if (status !== 0)
    refuse("There is nothing that may be shown; what is wrong is said above. Then run: npx longview dev");
  process.env.LONGVIEW_PREVIEW = "1";
  return folder;
}

const described = join(stage, frameFile);

let read = {at: 0, frame: bareFrame({title: "Longview", language: "en"})};

/** As the stage has it now: a preview goes on while it is staged anew. */
function frame(): SiteFrame {
  const at = statSync(described, {throwIfNoEntry: false})?.mtimeMs ?? read.at;
  if (at !== read.at) read = {at, frame: JSON.parse(readFileSync(described, "utf8")) as SiteFrame};
  return read.frame;
}

speak(frame().language);

/** Of a build they are put around the pages when Framework is done. */
const isPreview = process.env.LONGVIEW_PREVIEW !== undefined;
/** The preview serves no file at its own address. */
const previewed = {
  head: ({path}: {path: string}) => siteHead(frame(), path, {fonts: "/_file/fonts"}),
  header: ({path}: {path: string}) => siteHeader(frame(), path),
  footer: ({path}: {path: string}) => siteFooter(frame(), path)
};

export default {
  title: frame().title,
  root: join(stage, "src"),
  output: join(stage, "dist"),
  style: "style/theme.css",
  globalStylesheets: [],
  dynamicPaths: frame().files,
  ...(isPreview ? previewed : {head: null, header: null, footer: null}),
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  preserveExtension: true,
  preserveIndex: true
};
