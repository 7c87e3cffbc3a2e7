import {absenceNote} from "../../../components/parts/absence.js";
import {dumbbell} from "../../../components/figures/dumbbell.js";
import {element} from "../../../components/parts/element.js";
import {figure} from "../../../components/parts/figure.js";
import {linesOf} from "../mixingYears.js";
import type {ReleasedRow} from "../../../released/table.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import type {FindingInput} from "../../findingPage.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import {figures} from "../figures.js";
import {lineNoun} from "../../../words/studyNouns.js";
import {named} from "../../../words/language.js";
import {capital} from "../../../words/numbers.js";
import {yearNoun} from "../../../words/yearNoun.js";

const year = {
  name: "year",
  get label() {
    return capital(yearNoun().one);
  }
};
const lineColumn = (division: string) => ({name: "line", label: figures.lines.line(division)});
const chance = {
  name: "chance",
  get label() {
    return figures.lines.chance();
  },
  unit: "%",
  digits: 0
};
const shareColumn = (lines: number) => ({name: "share", label: figures.lines.share(lines), unit: "%", digits: 0});
const people = {
  name: "managers",
  get label() {
    return figures.lines.people;
  },
  digits: 0
};

/** Each line's own share, year by year, against the share that chance would give it. */
export function linesFigure(input: FindingInput): Mark {
  const {tables, context, document} = input;
  const table = tables.get("mixing");
  if (!table) return htmlMark();
  const [first, last] = context.programmeYears;
  const rows = table.rows
    .filter(({fiscal_year: at}) => Number(at) >= first && Number(at) <= last)
    .map((row) => ({
      year: String(row.fiscal_year),
      line: row.division ?? null,
      chance: percentOf(row.by_chance),
      share: percentOf(row.other_line),
      managers: row.managers ?? null
    }));
  const lines = linesOf(table);
  const share = shareColumn(lines.length);
  const division = context.division?.one ?? lineNoun().one;
  const told = lines.flatMap((name) => {
    const gaps = rows.flatMap((row) =>
      row.line === name && typeof row.share === "number" && typeof row.chance === "number"
        ? [row.share / row.chance]
        : []
    );
    const [start, end] = [gaps.at(0), gaps.at(-1)];
    return start === undefined || end === undefined ? [] : [{name: named(name), start, end}];
  });
  if (told.length === 0) return htmlMark();
  return exhibit(
    document,
    {
      heading: figures.lines.heading(division),
      level: "h3",
      text: figures.lines.text()
    },
    figure(
      {
        rows,
        columns: [lineColumn(division), year, share, chance, people],
        description: figures.lines.description(told),
        remarks: [absenceNote(rows, [share, chance])],
        draw: (place) =>
          element(
            place.document,
            "div",
            {},
            ...lines.flatMap((name, i) => [
              element(place.document, "p", {class: "figure-subtitle"}, named(name)),
              dumbbell(
                rows.filter((row) => row.line === name),
                {label: year, from: chance, to: share},
                {...place, id: `${place.id}-line${i}`},
                i === lines.length - 1 ? {xLabel: figures.lines.axis()} : {}
              )
            ])
          )
      },
      figureOptions(input, "purpose-lines", figures.lines.title(context.person.many, told))
    )
  );
}

function percentOf(cell: ReleasedRow[string] | undefined): ReleasedRow[string] {
  return typeof cell === "number" ? Math.round(100 * cell) : (cell ?? null);
}
