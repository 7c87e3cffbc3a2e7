/** What is wrong in the extracts, estimated back. */
import {random} from "../../../src/stats/random.js";
import {extracts} from "../../../loaders/simulate/extracts.js";
import type {Parameters} from "../../../loaders/simulate/parameters.js";
import type {SimulatedTables} from "../../../loaders/simulate/simulate.js";
import type {Measured} from "./facts.js";
import {average} from "./sums.js";

export function measureExtracts(tables: SimulatedTables, p: Parameters, office: number): Measured {
  const rowsOf = (name: string): string[][] => {
    const extract = extracts.find((one) => one.name === name)!;
    return Array.from(extract.rows(tables, p, random(office)), (row) => row.map(String));
  };
  const completions = rowsOf("lms_completions");
  const again = completions.filter(([, , , at = ""]) => at.split(" ")[1]! >= "20");
  const once = completions.filter(([, , , at = ""]) => at.split(" ")[1]! < "20");
  const completed = new Set(once.filter(([, , status]) => status === "Completed").map((row) => row.join(" ")));
  const distinct = new Set(once.map((row) => row.join(" ")));
  const yen = (text = ""): number => Number(text.replaceAll(",", "").replace("△", "-"));
  const accounts = rowsOf("segment_accounts");
  const restated = accounts.flatMap(([term, department, , state, , revenue, profit]) => {
    const before = accounts.find((row) => row[0] === term && row[1] === department && row[3] === "確定");
    return state === "修正再表示" ? [(yen(before?.[6]) - yen(profit)) / yen(revenue)] : [];
  });
  return {
    recordedTwice: again.length / completed.size,
    exportedTwice: (once.length - distinct.size) / distinct.size,
    restatement: average(restated)
  };
}
