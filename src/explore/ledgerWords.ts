import {count, decimal} from "../evidence/format.js";
import {type LedgerState, summariseLedger} from "./ledger.js";

/** How many comparisons there have been, and what chance alone would make of them. */
export function ledgerWords(state: LedgerState): string {
  const {made, exploratory, byChance, clear} = summariseLedger(state);
  if (made === 0) return "You have made no comparison yet.";
  if (exploratory === 0) return madeWords(made, exploratory);
  const chance = `If there were nothing to find, about ${decimal(byChance, byChance < 10 ? 1 : 0)} would still seem clear; ${clear === 0 ? "none" : count(clear)} ${clear === 1 ? "does" : "do"}.`;
  return `${madeWords(made, exploratory)} ${chance}`;
}

function madeWords(made: number, exploratory: number): string {
  if (made === 1) return `You have made one comparison, ${exploratory === 1 ? "an exploratory" : "the planned"} one.`;
  const of = exploratory === 0 ? "none" : exploratory === made ? "all" : count(exploratory);
  return `You have made ${count(made)} comparisons, ${of} of them exploratory.`;
}
