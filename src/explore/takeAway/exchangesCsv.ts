import {courses} from "../../stats/resampling/courses.js";
import {random} from "../../stats/random.js";
import {csv} from "./csv.js";
import type {ExplorerComparison} from "./explorerComparison.js";

const mostCells = 4_000_000;

/**
 * The exchanges behind the p: a line a draw, a column a unit in the order in which units first occur in data.csv with a
 * weight, in it the place of the unit whose course it took; of rows without units each is one. Null without an exchange, or where its draws
 * would be more than a file should hold.
 */
export function exchangesCsv({grain, comparison, data, exchange}: ExplorerComparison): string | null {
  const {unit, time, kind} = grain;
  const strata = kind === "panel" ? grain.line : null;
  if (exchange === null) return null;
  const {weights} = comparison;
  // what weighs nothing changes no places
  const weighing = data.chosen.filter((row) => weights === null || Number(data.columns[weights]![row]) > 0);
  const rows = Int32Array.from(weighing, (_, place) => place);
  const column = (name: string | null) =>
    name === null ? null : Array.from(weighing, (row) => data.columns[name]![row]!);
  const labels = column(unit) ?? Array.from(weighing, String);
  const names = [...new Set(labels)];
  const placeOf = new Map(names.map((name, i) => [name, i + 1]));
  if (names.length * exchange.draws > mostCells) return null;
  const first = names.map((name) => labels.indexOf(name));
  const exchanged = courses(rows, {unit: labels, time: column(time), strata: column(strata)});
  const {below} = random(exchange.seed).stream("courses");
  return csv(
    names.map((_, i) => `u${i + 1}`),
    Array.from({length: exchange.draws}, () => {
      const source = exchanged.exchange(below);
      return first.map((row) => placeOf.get(labels[source[row]!]!) ?? 0);
    })
  );
}
