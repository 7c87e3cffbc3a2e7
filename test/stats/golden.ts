import {readFileSync} from "node:fs";

const folder = new URL("../golden/", import.meta.url);

/** frozen answers, by path under test/golden */
export function golden<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, folder), "utf8")) as T;
}

/** the values of a target: a reference result with its tolerance */
export function target(id: string): Readonly<Record<string, number>> {
  return golden<{values: Record<string, number>}>(`targets/${id}.json`).values;
}

/** a column of a golden data file as text */
export function column(file: string, name: string): string[] {
  const [header, ...lines] = readFileSync(new URL(`data/${file}`, folder), "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(",").map((field) => field.replace(/^"|"$/g, "")));
  const at = header!.indexOf(name);
  if (at < 0) throw new Error(`missing column in ${file}: ${name}; there are ${header!.join(", ")}`);
  return lines.map((line) => line[at]!);
}

/** a column of numbers; empty and NA are NaN */
export function numbers(file: string, name: string): number[] {
  return column(file, name).map((text) => (text === "" || text === "NA" ? NaN : Number(text)));
}

/** a column of numbers; empty and NA are null */
export function answers(file: string, name: string): (number | null)[] {
  return numbers(file, name).map((value) => (value === value ? value : null));
}
