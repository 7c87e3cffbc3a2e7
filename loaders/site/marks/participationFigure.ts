import {heatmap} from "../../../src/components/figures/heatmap.js";
import {figureOptions} from "../../../src/components/parts/figureOptions.js";
import {yearColumn} from "../../../src/components/parts/measureColumn.js";
import {bandsOf} from "../../../src/evidence/bandsOf.js";
import type {ReleasedTable} from "../../../src/released/table.js";
import {capital, percent} from "../../../src/words/numbers.js";
import {tookPart} from "../../../src/words/reportWords.js";
import type {MarkInput} from "./markInput.js";

/** Who took part: participation by unit and year of the programme; null where there is none to show. */
export function participationFigure({rows}: ReleasedTable, input: MarkInput): Element | null {
  const {context} = input;
  const [first, last] = context.programmeYears;
  const shown = rows
    .filter(({fiscal_year: year}) => Number(year) >= first && Number(year) <= last)
    .map(({name, fiscal_year: year, participation}) => ({
      name: name ?? null,
      fiscal_year: year ?? null,
      participation: participation ?? null
    }));
  const known = rows.filter(
    ({fiscal_year: year, participation}) =>
      Number(year) >= first && Number(year) <= last && typeof participation === "number"
  );
  const bands = bandsOf(
    known.map(({participation}) => Number(participation)),
    known.map(({managers}) => managers)
  );
  const told = known
    .flatMap(({fiscal_year: year, participation: value}, i) =>
      Number(year) === last ? [{value: Number(value), step: bands?.[i] ?? 0}] : []
    )
    .toSorted((a, b) => a.value - b.value);
  const [low, high] = [told[0], told.at(-1)];
  if (!low || !high) return null;
  const steps = [...new Set(bands)].filter((width) => width > 0).toSorted((a, b) => a - b);
  return heatmap(
    shown,
    {
      x: yearColumn,
      y: {name: "name", label: capital(context.unit.one)},
      value: {name: "participation", label: tookPart.value, share: true}
    },
    {
      format: (value) => percent(value),
      rowHeight: 22,
      ...figureOptions(input, "coverage", tookPart.title(low, high, last, context), {
        subtitle: tookPart.subtitle(context, steps)
      })
    }
  );
}
