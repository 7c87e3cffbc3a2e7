import type {Draw} from "./drawFrom.js";

type Mutation = (text: string, draw: Draw) => string | Uint8Array;

const linesOf = (text: string): string[] => text.trimEnd().split("\n");

const lines =
  (change: (all: string[], draw: Draw) => string[]): Mutation =>
  (text, draw) =>
    `${change(linesOf(text), draw).join("\n")}\n`;

const cells = (change: (table: string[][], draw: Draw) => string[][]): Mutation =>
  lines((all, draw) =>
    change(
      all.map((line) => line.split(",")),
      draw
    ).map((row) => row.join(","))
  );

/** A cell with digits, or any, written otherwise. */
const inCell = (change: (value: string) => string, fits = /\d/): Mutation =>
  cells((table, draw) => {
    const places = table
      .slice(1)
      .flatMap((row, i) => row.flatMap((value, j) => (fits.test(value) ? [[i + 1, j] as const] : [])));
    const [row, column] = places[draw.below(places.length)] ?? [1, 0];
    const line = table[row] ?? [];
    line[column] = change(line[column] ?? "");
    return table;
  });

const swapped = (row: readonly string[], i: number, j: number): string[] =>
  row.map((value, at) => (at === i ? (row[j] ?? "") : at === j ? (row[i] ?? "") : value));

const pair = (width: number, draw: Draw): [number, number] => {
  const first = draw.below(width);
  return [first, (first + 1 + draw.below(width - 1)) % width];
};

/** What spoils a file of plain comma-separated values, whatever is in it. */
export const shippedMutations: Readonly<Record<string, Mutation>> = {
  "cut anywhere": (text, draw) => Buffer.from(text).subarray(0, 20 + draw.below(Buffer.byteLength(text) - 21)),
  "cut at a row's end": lines((all, draw) => all.slice(0, 2 + draw.below(all.length - 2))),
  "rows shuffled": lines(([first = "", ...rest], draw) => {
    const at = draw.below(rest.length);
    return [first, ...rest.slice(at), ...rest.slice(0, at)];
  }),
  "a row lost": lines((all, draw) => all.toSpliced(1 + draw.below(all.length - 1), 1)),
  "a row doubled": lines((all, draw) => [...all, all[1 + draw.below(all.length - 1)] ?? ""]),
  "every row doubled": lines((all) => [...all, ...all.slice(1)]),
  "a digit lost": inCell((value) => value.replace(/\d(?!.*\d)/, ""), /\d\d/),
  "a digit more": inCell((value) => `${value}7`),
  "a value emptied": inCell(() => ""),
  "a value of words": inCell(() => "not known"),
  "a decimal comma": inCell((value) => `"${value.replace(".", ",")}"`, /\d\.\d/),
  "a thousands mark": inCell((value) => `"${value.replace(/(\d)(\d{3})(?!\d)/, "$1,$2")}"`, /^\d{4,}/),
  "an O for a nought": inCell((value) => value.replace(/\d/, "O")),
  "a full-width digit": inCell((value) => value.replace(/\d/, (digit) => String.fromCodePoint(0xff10 + Number(digit)))),
  "a percentage": inCell((value) => `${value}%`),
  "columns in another order": cells((table, draw) => {
    const [i, j] = pair(table[0]?.length ?? 2, draw);
    return table.map((row) => swapped(row, i, j));
  }),
  "names of columns exchanged": cells(([first = [], ...rest], draw) => [
    swapped(first, ...pair(first.length, draw)),
    ...rest
  ]),
  "a column lost": cells((table, draw) => {
    const column = draw.below(table[0]?.length ?? 1);
    return table.map((row) => row.toSpliced(column, 1));
  }),
  "a column more": cells((table) => table.map((row, i) => [...row, i === 0 ? "note" : "seen"])),
  "a column renamed": cells(([first = [], ...rest], draw) => [
    first.with(draw.below(first.length), "Amount due"),
    ...rest
  ]),
  "a header with blanks": cells(([first = [], ...rest], draw) => {
    const at = draw.below(first.length);
    return [first.with(at, ` ${first[at]}`), ...rest];
  }),
  "no header": lines((all) => all.slice(1)),
  "a title above": lines((all) => ["Extract of 2015", ...all]),
  "totals below": lines((all) => [...all, `Total${",1".repeat((all[0] ?? "").split(",").length - 1)}`]),
  semicolons: (text) => text.replaceAll(",", ";"),
  tabs: (text) => text.replaceAll(",", "\t"),
  "UTF-16": (text) => Buffer.from(text, "utf16le"),
  "UTF-16 with its mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "a byte order mark": (text) => `\uFEFF${text}`,
  "a NUL": (text, draw) => {
    const at = 30 + draw.below(text.length - 30);
    return `${text.slice(0, at)}\0${text.slice(at)}`;
  },
  "Windows' lines": (text) => text.replaceAll("\n", "\r\n"),
  "lines of both kinds": lines((all, draw) => all.map((line, i) => (i === 1 + draw.below(3) ? `${line}\r` : line))),
  "a quote more": lines((all, draw) => all.map((line, i) => (i === 5 + draw.below(2) ? `"${line}` : line)))
};
