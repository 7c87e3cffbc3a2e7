import {amount, count} from "../../../src/words/numbers.js";
import {placesCost} from "../../../src/words/reportWords.js";
import type {MarkInput} from "./markInput.js";
import {say} from "../../../src/words/say.js";

/** What the places of the last year cost together; nothing where it is not known how many took part. */
export function costsTogether({release: {study}, context, tables}: MarkInput): string {
  const known = (tables.get("organisation_years")?.rows ?? []).flatMap(
    ({fiscal_year: year, participation, managers}) =>
      typeof participation === "number" && typeof managers === "number"
        ? [{year: Number(year), places: rounded(participation * managers)}]
        : []
  );
  const last = known
    .filter(({year}) => year <= context.programmeYears[1])
    .toSorted((a, b) => a.year - b.year)
    .at(-1);
  if (!last) return "";
  const amounts = study.costs.map(({amount: each, unit}) => {
    const all = rounded(each * last.places);
    return all < 1e6 ? say("{0} {1}", count(all), unit) : amount(all, unit);
  });
  return placesCost({...last, amounts}, context);
}

/** To two digits: managers are counted in fives. */
function rounded(value: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / scale) * scale;
}
