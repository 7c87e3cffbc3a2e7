import {carefulEstimate} from "../exchangeOf.js";
import {summariseLedger} from "../ledger.js";
import {serialiseComparison} from "../serialiseComparison.js";
import {errorWords, exchangeWords, rWords, sayEstimate, warningsFor} from "../words.js";
import type {ExplorerComparison} from "./explorerComparison.js";
import {decimal} from "../../words/en/numbers.js";

/** What is in the archive, and what the comparison says. */
export function readme(taken: ExplorerComparison): string {
  const {study, version, grain, comparison, data, main, exchange, badge, ledger} = taken;
  const careful = carefulEstimate(main, exchange);
  const {sentence, range} = sayEstimate(comparison, grain, careful);
  const {made, byChance} = summariseLedger(ledger);
  const lines = [
    `# ${badge} comparison`,
    study.synthetic ? "Simulated data: no figure comes from a real organisation." : "",
    `${sentence} ${range}`,
    `r = ${rWords(careful.r, careful.rInterval)}. ${errorWords(comparison, grain, main, exchange)} ${exchangeWords(exchange, grain)}`,
    ...warningsFor(comparison, grain, data, main),
    `${made} comparisons had been made on this device; were there nothing to find, about ${decimal(byChance, 1)} of them would seem clear.`,
    `Source: ${study.title}, data version ${version}. Link: explore.html?${serialiseComparison(comparison, grain)}`,
    "Files: data.csv (rows and columns of the estimate), datapackage.json (their description), estimate.json (all digits), specification.json (for `estimate`), estimate.R (the same digits in R), exchanges.csv (the draws behind the p, where there are units over time), figure.svg, ledger.json (comparisons made)."
  ];
  return `${lines.filter((text) => text !== "").join("\n\n")}\n`;
}
