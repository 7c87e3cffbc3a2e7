/** What a page prints: every text, and its tables with the exact values that their cells keep for the downloads. */
export interface Printed {
  readonly texts: readonly string[];
  readonly tables: readonly {
    readonly names: readonly (string | null)[];
    readonly heads: readonly string[];
    readonly rows: readonly {readonly head: string; readonly cells: readonly [text: string, exact: string | null][]}[];
  }[];
  /** figures with a table: what their drawings print, and heads and cells of their tables */
  readonly figures: readonly {
    readonly id: string;
    readonly drawn: readonly string[];
    readonly tabled: readonly string[];
  }[];
}

/** Read in a browser, which is ten times as fast as what stands in for one. */
export function printedOn(): Printed {
  const told = "main p, main li, main td, main th, main dd, main text, main title, main desc, main figcaption";
  const textOf = (one: Element | null): string => (one?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  const cellOf = (cell: Element): [string, string | null] => [textOf(cell), cell.getAttribute("data-value")];
  return {
    texts: [...new Set(Array.from(document.querySelectorAll(told), textOf))],
    tables: Array.from(document.querySelectorAll("main table"), (table) => ({
      names: Array.from(table.querySelectorAll("thead th"), (one) => one.getAttribute("data-name")),
      heads: Array.from(table.querySelectorAll("thead th"), textOf),
      rows: Array.from(table.querySelectorAll("tbody tr"), (row) => ({
        head: textOf(row.querySelector("th")),
        cells: Array.from(row.children, cellOf)
      }))
    })),
    figures: Array.from(document.querySelectorAll("main figure:has(table)"), (figure) => ({
      id: figure.id,
      drawn: Array.from(figure.querySelectorAll("svg text"), textOf),
      tabled: Array.from(figure.querySelectorAll("th, td"), textOf)
    }))
  };
}

interface Cell {
  readonly place: string;
  readonly exact: number;
  readonly printed: string;
}

interface Exact {
  readonly place: string;
  readonly table: Table;
  readonly exact: readonly [number, number, number];
  readonly printed: readonly string[];
}

interface Shown {
  readonly place: string;
  readonly estimate: string;
  readonly low: string;
  readonly high: string;
}

const number = "[+−]?\\d[\\d,]*(?:\\.\\d+)?";
const shown = new RegExp(
  `(?<![\\d.,]|per )(${number})(?:[ \u00a0\u202f][a-z% ]{1,30}?)?[ \u00a0]\\((${number}) to (${number})[),]`,
  "g"
);
/** pages of the report and what it rests on; a notebook prints what its author asks for */
export const reported = /^(?:index|robustness|overview|data|plan|changes|findings\/\w+)\.html$/;
/** a value with fewer digits than this may be another's by chance */
const told = (exact: number): boolean =>
  exact
    .toPrecision(12)
    .replace(/\.?0+(?:e.*)?$/, "")
    .replaceAll(/[-.]/g, "").length > 8;

/**
 * Every printed quantity with its meaning, over some pages: table cells by the exact value that they keep for the downloads,
 * estimates by their interval, limits by what they limit, series by their values. What is said in two ways is returned, a line
 * each.
 *
 * @param pages  as printed, by their address
 */
export function twoForOne(pages: ReadonlyMap<string, Printed>): string[] {
  const [cells, wrong, written]: [Cell[], string[], Shown[]] = [[], [], []];
  const estimates = new Map<string, Exact[]>();
  for (const [address, {texts, tables, figures}] of pages) {
    for (const one of unlikeUnits(figures, address)) wrong.push(one);
    for (const table of tables) {
      for (const cell of cellsOf(table, address)) cells.push(cell);
      for (const one of exactOf(table, address)) {
        const key = one.exact[0].toPrecision(10);
        estimates.set(key, [...(estimates.get(key) ?? []), one]);
      }
    }
    for (const text of texts) {
      for (const one of shownIn(text, address)) written.push(one);
      for (const one of spelling(text, address)) wrong.push(one);
    }
    for (const one of limits(texts, address)) wrong.push(one);
  }
  return [
    ...new Set([
      ...wrong,
      ...twoForms(cells),
      ...twoIntervals(estimates),
      ...otherwise(written, estimates),
      ...twoNames(pages)
    ])
  ];
}

/** A figure that draws percent over a table of shares of one. */
export const unlikeUnits = (figures: Printed["figures"], address: string): string[] =>
  figures
    .filter(
      ({drawn, tabled}) => drawn.some((text) => /\d\s?%$/.test(text)) && !tabled.some((text) => /%|percent/.test(text))
    )
    .map(({id}) => `${address}, ${id}: percent in the drawing, shares of one in its table`);

const plainly = (printed: string): string => printed.replace(/^\+/, "");

type Table = Printed["tables"][number];

const cellsOf = ({rows}: Table, address: string): Cell[] =>
  rows.flatMap(({head, cells}) =>
    cells.flatMap(([printed, exact]) =>
      exact === null ? [] : [{place: `${address}, ${head}`, exact: Number(exact), printed}]
    )
  );

/** Rows that hold an estimate with its interval. */
function exactOf(table: Table, address: string): Exact[] {
  const {names, rows} = table;
  const places = ["estimate", "low", "high"].map((name) => names.indexOf(name));
  if (places.includes(-1)) return [];
  return rows.flatMap(({head, cells}) => {
    const found = places.map((at) => cells[at] ?? (["", null] as const));
    const [estimate = NaN, low = NaN, high = NaN] = found.map(([, exact]) => Number(exact ?? NaN));
    const printed = found.map(([text]) => plainly(text));
    const place = `${address}, ${head}`;
    return Number.isNaN(estimate + low + high) ? [] : [{place, table, exact: [estimate, low, high], printed}];
  });
}

/** One exact value, printed by two numbers of digits. */
function twoForms(cells: readonly Cell[]): string[] {
  const by = new Map<number, Cell>();
  return cells.flatMap((cell) => {
    if (!told(cell.exact)) return [];
    const first = by.get(cell.exact) ?? cell;
    by.set(cell.exact, first);
    return plainly(first.printed) === plainly(cell.printed)
      ? []
      : [`${first.place}: ${first.printed}, but ${cell.place}: ${cell.printed}`];
  });
}

/** One estimate with an interval in one table that it has not in another; within a table its rows are named by their methods. */
const twoIntervals = (estimates: ReadonlyMap<string, readonly Exact[]>): string[] =>
  [...estimates.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined || !told(first.exact[0])) return [];
    const known = all.filter(({table}) => table === first.table).map(({printed}) => printed.join());
    return all
      .filter(({printed}) => !known.includes(printed.join()))
      .map((one) => `${first.place}: ${first.printed.join(" / ")}, but ${one.place}: ${one.printed.join(" / ")}`);
  });

/** fewer values than this may be another series' by chance */
const distinct = 5;

/** One series of exact values under two heads; a unit in brackets is no part of a name. */
export function twoNames(pages: ReadonlyMap<string, Printed>): string[] {
  const by = new Map<string, {readonly name: string; readonly place: string}>();
  return [...pages].flatMap(([address, {tables}]) =>
    tables.flatMap(({heads, rows}) =>
      heads.flatMap((head, at) => {
        const exact = rows.map(({cells}) => cells[at]?.[1] ?? "");
        if (exact.includes("") || new Set(exact).size < distinct) return [];
        const one = {name: head.replace(/ \([^)]*\)$/, "").toLowerCase(), place: address};
        const first = by.get(exact.join()) ?? one;
        by.set(exact.join(), first);
        return first.name === one.name ? [] : [`${first.place}: “${first.name}”, but ${address}: “${one.name}”`];
      })
    )
  );
}

function shownIn(text: string, place: string): Shown[] {
  return Array.from(text.matchAll(shown), ([, estimate = "", low = "", high = ""]) => ({
    place: `${place}, “${text.slice(0, 60)}”`,
    estimate: plainly(estimate),
    low: plainly(low),
    high: plainly(high)
  }));
}

const digits = (printed: string): number => (printed.split(".")[1] ?? "").length;
const value = (printed: string): number => Number(printed.replaceAll(",", "").replace("−", "-"));

/** An estimate in a sentence, a label or a tip that has other digits than its interval, or than its row in a table. */
function otherwise(written: readonly Shown[], estimates: ReadonlyMap<string, readonly Exact[]>): string[] {
  const exact = [...estimates.values()].flat().filter(({exact: [estimate]}) => told(estimate));
  return written.flatMap(({place, ...one}) => {
    const parts = [one.estimate, one.low, one.high];
    if (new Set(parts.map(digits)).size > 1) return [`${place}: ${parts.join(" / ")} have unlike digits`];
    const near = (known: Exact): boolean =>
      known.exact.every((end, i) => Math.abs(end - value(parts[i]!)) <= 0.5001 * 10 ** -digits(parts[i]!));
    const rows = exact.filter(near);
    return rows.length === 0 || rows.some(({printed}) => printed.join() === parts.join())
      ? []
      : [`${place}: ${parts.join(" / ")}, but ${rows[0]?.place}: ${rows[0]?.printed.join(" / ")}`];
  });
}

/** Thousands that are not set apart, and a hyphen for a minus; "Firm 410565" is a name. */
const spelling = (text: string, place: string): string[] => [
  ...(/(?:^|[\s(])-\d/.test(text) ? [`${place}: a hyphen for a minus in “${text.slice(0, 60)}”`] : []),
  ...(text.match(/(?<![\d.,\w]|\b[A-Z]\w* )\d{4,}(?![\w-]|\.\d)/g) ?? [])
    .filter((one) => !(one.length === 4 && Number(one) > 1900 && Number(one) < 2100))
    .map((one) => `${place}: ${one} without its thousands set apart, in “${text.slice(0, 60)}”`)
];

/** The smallest difference that matters is said on a page by one number. */
function limits(texts: readonly string[], place: string): string[] {
  const said = texts.flatMap((text) =>
    Array.from(text.matchAll(/(\d[\d,.]*) ([a-z ]+?) would (?:be|matter)\b/g), ([, limit = "", unit = ""]) => ({
      limit,
      unit
    }))
  );
  return said.flatMap((one, i) => {
    const other = said.slice(0, i).find(({limit, unit}) => unit === one.unit && value(limit) === value(one.limit));
    return other && other.limit !== one.limit ? [`${place}: ${other.limit} and ${one.limit} ${one.unit}`] : [];
  });
}
