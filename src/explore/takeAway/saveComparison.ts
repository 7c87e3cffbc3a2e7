import {strToU8, zipSync} from "fflate";
import {element} from "../../components/parts/element.js";
import {standaloneSvg} from "../../components/parts/standaloneSvg.js";
import {withFonts} from "../../components/parts/withFonts.js";
import type {ExplorerContext} from "../context.js";
import {comparisonData} from "../comparisonData.js";
import {sketchComparison} from "../estimateComparison.js";
import {carefulEstimate} from "../careful.js";
import {saveFile} from "../saveFile.js";
import {pairFigure} from "../views/pairFigure.js";
import {rWords, sayEstimate} from "../words.js";
import {comparisonFiles} from "./comparisonFiles.js";
import type {ExplorerComparison} from "./explorerComparison.js";
import {studyFiles} from "./studyFiles.js";

/** the archive's dates are all the same, so that the same comparison is the same file */
const epoch = new Date(2000, 0, 1);

/** @returns what was saved, in a sentence */
export async function saveComparison(context: ExplorerContext, version: string): Promise<string> {
  const {comparison, grain, study, badge, ledger, document, ask, signal} = context;
  const {main, exchange} = await ask("whole", comparison, {signal});
  const data = comparisonData(comparison, grain);
  const taken: ExplorerComparison = {
    study,
    version,
    grain,
    comparison,
    data,
    main,
    exchange,
    badge,
    ledger: ledger.state
  };
  const figure = await figureSvg(context, taken);
  save(
    document,
    {...comparisonFiles(taken), "figure.svg": figure},
    `${comparison.outcome}-by-${comparison.exposure}.zip`
  );
  return "The comparison is saved.";
}

export function saveStudy({tables, study, document}: ExplorerContext, version: string): string {
  save(document, studyFiles(tables, study, version), `released-tables-${version}.zip`);
  return "The study's released tables are saved.";
}

function save(document: Document, files: Readonly<Record<string, string>>, name: string): void {
  const archive = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: epoch
  });
  saveFile(document, archive as Uint8Array<ArrayBuffer>, {name, type: "application/zip"});
}

/** The figure that is on the page, with its words; where the view has none, the two measures against one another. */
async function figureSvg(context: ExplorerContext, {main, exchange}: ExplorerComparison): Promise<string> {
  const {document, comparison, grain, badge, source} = context;
  const shown = document.querySelector<HTMLElement>("#explore-view .figure:has(.figure-plot svg)");
  const figure = shown ?? pairFigure(context, sketchComparison(comparison, grain)).node;
  const aside = element(document, "div");
  if (shown === null) {
    // measured where it lies, and gone before it is painted
    aside.append(figure);
    document.querySelector("#explore-view")?.append(aside);
  }
  const careful = carefulEstimate(main, exchange);
  const {sentence, range} = sayEstimate(comparison, grain, careful);
  const svg = standaloneSvg(figure.querySelector<HTMLElement>(".figure-plot")!, {
    title: figure.querySelector(".figure-title")?.textContent ?? "",
    subtitle: figure.querySelector(".figure-subtitle")?.textContent ?? badge,
    notes: [
      `${sentence} ${range} r = ${rWords(careful.r, careful.rInterval)}, n = ${main.n}. ${badge}.`,
      `Source: ${source}.`
    ]
  });
  aside.remove();
  return new XMLSerializer().serializeToString(await withFonts(svg, document));
}
