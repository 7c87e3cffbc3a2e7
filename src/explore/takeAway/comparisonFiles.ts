import {comparisonCsv} from "./comparisonCsv.js";
import {dataPackage} from "./dataPackage.js";
import {estimateJson} from "./estimateJson.js";
import {estimateR} from "./estimateR.js";
import {exchangesCsv} from "./exchangesCsv.js";
import type {ExplorerComparison} from "./explorerComparison.js";
import {readme} from "./readme.js";
import {specificationOf} from "./specificationOf.js";

/** The files of a comparison's archive, by name; its figure comes from the page. */
export function comparisonFiles(taken: ExplorerComparison): Record<string, string> {
  const exchanges = exchangesCsv(taken);
  return {
    "data.csv": comparisonCsv(taken),
    "datapackage.json": dataPackage(taken),
    "estimate.json": estimateJson(taken),
    "specification.json": `${JSON.stringify(specificationOf(taken), null, 2)}\n`,
    "estimate.R": estimateR(taken, {exchanges: exchanges !== null}),
    ...(exchanges === null ? {} : {"exchanges.csv": exchanges}),
    "ledger.json": `${JSON.stringify(taken.ledger, null, 2)}\n`,
    "README.md": readme(taken)
  };
}
