import type {Row} from "../components/parts/column.js";
import type {FigureOptions} from "../components/parts/figure.js";
import {guardFigure} from "../components/parts/guardFigure.js";

export const states = ["normal", "few", "withheld", "empty", "japanese", "error"] as const;

export type State = (typeof states)[number];

export interface Specimen {
  readonly kind: string;
  readonly name: string;
  /** what its title says of the invented rows */
  readonly title: string;
  readonly rows: readonly Row[];
  /** rows of the state with few data */
  readonly few: number;
  /** the column that loses cells where some are withheld and missing */
  readonly loses?: string;
  /** the column of names, where names may be long */
  readonly names?: string;
  /** what it loses, where that is no cell of a column here and there */
  readonly lose?: (row: Row) => Row;
  readonly draw: (rows: readonly Row[], options: FigureOptions, state: State) => HTMLElement;
}

/** The specimen drawn in a state, or null where it has none such. */
export function drawSpecimen(specimen: Specimen, state: State, options: FigureOptions): HTMLElement | null {
  const {rows, few, loses, lose, names, draw} = specimen;
  if ((state === "withheld" && !loses && !lose) || (state === "japanese" && !names)) return null;
  const inState: Readonly<Record<State, () => readonly Row[]>> = {
    normal: () => rows,
    few: () => rows.slice(0, few),
    withheld: () => rows.map((row, i) => lose?.(row) ?? {...row, ...lost(i, loses ?? "")}),
    empty: () => [],
    japanese: () => renamed(rows, names ?? ""),
    error: () => rows.map(() => ({unrelated: 1}))
  };
  return guardFigure(() => draw(inState[state](), options, state), options);
}

function lost(index: number, column: string): Row {
  if (index % 5 === 2) return {[column]: {suppressed: "fewer than 10"}};
  return index % 7 === 3 ? {[column]: null} : {};
}

function renamed(rows: readonly Row[], column: string): Row[] {
  const long = [
    "グローバルソリューションビジネスグループ第二営業本部",
    "サステナビリティ推進室",
    "デジタルインフラサービス統括部運用改善グループ",
    "経営企画",
    "東日本公共システム開発事業本部"
  ];
  const names = [...new Set(rows.map((row) => row[column]))];
  const nameOf = (cell: Row[string]): string => {
    const at = names.indexOf(cell);
    return at < long.length ? (long[at] ?? "") : `${long[at % long.length]} ${Math.floor(at / long.length) + 1}`;
  };
  return rows.map((row) => ({...row, [column]: nameOf(row[column])}));
}
