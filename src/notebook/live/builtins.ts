import {library} from "@observablehq/notebook-kit/runtime";
import {atHand, libraries} from "../atHand.js";

const load = (file: string): Promise<Record<string, unknown>> =>
  import(new URL(`${file}.js`, import.meta.url).href) as Promise<Record<string, unknown>>;

/** What a cell has at hand, by name: each is loaded when a cell first names it. Notebook Kit's own are all replaced. */
export function builtins(): Record<string, () => unknown> {
  const {now, width, dark, Generators, Mutable, md} = library as unknown as Record<string, () => unknown>;
  const own = Object.entries(atHand).flatMap(([file, names]) =>
    names.map((name) => [name, () => load(file).then((module) => module[name])] as const)
  );
  const others = Object.entries(libraries).map(([name, file]) => [name, () => load(file)] as const);
  return {
    ...Object.fromEntries([...own, ...others]),
    now: now!,
    width: width!,
    dark: dark!,
    Generators: Generators!,
    Mutable: Mutable!,
    md: md!,
    html: () => load("htl").then(({html}) => html),
    svg: () => load("htl").then(({svg}) => svg),
    db: () => load("sql").then(({db}) => db)
  };
}

/** Modules that a cell may import by name, and their addresses. */
export function modules(): Record<string, string> {
  const at = (file: string): string => new URL(`${file}.js`, import.meta.url).href;
  return {
    longview: at("longview"),
    "@observablehq/plot": at("plot"),
    d3: at("d3"),
    arquero: at("arquero"),
    "@observablehq/inputs": at("inputs"),
    htl: at("htl")
  };
}
