import {carefulEstimate} from "../careful.js";
import {ledgerWords} from "../ledgerWords.js";
import {serialiseComparison} from "../serialiseComparison.js";
import {errorWords, exchangeWords, rWords, sayEstimate, warningsFor} from "../words.js";
import type {ExplorerComparison} from "./explorerComparison.js";

/** What is in the archive, and what the comparison says. */
export function readme(taken: ExplorerComparison): string {
  const {study, version, grain, comparison, data, main, exchange, badge, ledger} = taken;
  const careful = carefulEstimate(main, exchange);
  const {sentence, range} = sayEstimate(comparison, grain, careful);
  const lines = [
    `# ${badge === "Exploratory" ? "Exploratory comparison" : `Comparison ${badge.toLowerCase()}`}`,
    study.synthetic ? "Simulated data: no figure comes from a real organisation." : "",
    `${sentence} ${range}`,
    [
      `r = ${rWords(careful.r, careful.rInterval)}.`,
      errorWords(comparison, grain, main, exchange),
      exchangeWords(exchange, grain)
    ]
      .filter((text) => text !== "")
      .join(" "),
    ...warningsFor(comparison, grain, data, main),
    ledgerWords(ledger),
    `Source: ${study.title}, data version ${version}. Link: explore.html?${serialiseComparison(comparison, grain)}`,
    "Files: data.csv (rows and columns of the estimate), datapackage.json (their description), estimate.json (all digits), specification.json (for `estimate`), estimate.R (the same digits in R), exchanges.csv (the draws behind the p, where there are any), figure.svg, ledger.json (comparisons made)."
  ];
  return `${lines.filter((text) => text !== "").join("\n\n")}\n`;
}
