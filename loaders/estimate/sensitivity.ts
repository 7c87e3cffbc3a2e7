import * as z from "zod/mini";
import {InvalidArgument} from "../../src/stats/errors/invalidArgument.js";
import type {Estimate} from "../../src/stats/estimate.js";
import {modelFrame} from "../../src/stats/formula/modelFrame.js";
import type {Table} from "../../src/stats/formula/table.js";
import {columnsIn, parseFormula, type Formula, type FormulaTerm} from "../../src/stats/formula/parseFormula.js";
import {confounding} from "../../src/stats/sensitivity/confounding.js";
import {eValue} from "../../src/stats/sensitivity/eValue.js";
import type {ColumnReader} from "./columnReader.js";
import {defineMethod} from "./defineMethod.js";
import {formula, level, levels, number, numbers, one, text} from "./optionTypes.js";
import {tableFor} from "./tableFor.js";
import {takesOnly} from "./takesOnly.js";

const shape = {
  kind: z.optional(one("evalue", "confounding")),
  formula: z.optional(formula),
  treatment: z.optional(text),
  benchmark: z.optional(z.union([text, z.array(text)])),
  multiples: z.optional(numbers),
  levels,
  level,
  rr: z.optional(number),
  low: z.optional(number),
  high: z.optional(number)
};

type Asked = z.output<z.ZodMiniObject<typeof shape>>;

/** A factor with many levels may be among the terms or after the bar; several benchmarks count as one group. */
export const sensitivity = defineMethod("sensitivity", shape, (asked, read) => {
  const ratio = asked.kind === "evalue";
  const rest = {
    formula: !ratio,
    treatment: !ratio,
    benchmark: !ratio,
    multiples: !ratio,
    levels: !ratio,
    level: !ratio
  };
  takesOnly(`kind ${asked.kind ?? "confounding"}`, asked, {...rest, rr: ratio, low: ratio, high: ratio});
  return ratio ? ofRatio(asked) : ofFormula(asked, read);
});

function ofRatio({rr, low, high}: Asked): Estimate<object> {
  if (rr === undefined) throw new InvalidArgument("missing rr; an E-value needs the risk ratio");
  const {point, interval} = eValue(rr, {low, high});
  return {method: "sensitivity", n: 0, dropped: [], clusters: {}, terms: [], fit: {point, interval}, warnings: []};
}

function ofFormula(
  {formula: source, treatment, benchmark, multiples, ...options}: Asked,
  read: ColumnReader
): Estimate<object> {
  if (source === undefined) throw new InvalidArgument("missing formula; sensitivity needs it");
  if (treatment === undefined) throw new InvalidArgument("missing treatment; sensitivity needs it");
  const parsed = parseFormula(source);
  if (!parsed.intercept && parsed.effects.length === 0)
    throw new InvalidArgument(`invalid formula; sensitivity takes a constant: ${source}; leave out 0 or -1`);
  const table = tableFor(source, read);
  const benchmarks = benchmark === undefined ? [] : [benchmark].flat();
  const {n, y, names, x, effects, dropped} = modelFrame(absorbing(parsed, table, benchmarks), table, {
    levels: options.levels
  });
  const at = names.indexOf(treatment);
  if (at < 0)
    throw new InvalidArgument(`invalid treatment; not in the formula: ${treatment}; there are ${names.join(", ")}`);
  const covariates = names.flatMap((name, j): [string, Float64Array][] =>
    j === at || name === "(Intercept)" ? [] : [[name, x[j]!]]
  );
  const result = confounding(y, x[at]!, Object.fromEntries(covariates), {
    absorb: effects[0] ? Array.from(effects[0].codes) : undefined,
    benchmark: benchmarks,
    multiples: multiples === undefined ? undefined : [multiples].flat(),
    level: options.level
  });
  return {...result, n, dropped, terms: result.terms.map((term) => ({...term, term: treatment}))};
}

/** The formula with its greatest factor alone after the bar, other fixed effects being factors among the terms. */
function absorbing(parsed: Formula, table: Table, benchmarks: readonly string[]): Formula {
  const crossed = parsed.effects.find((names) => names.length > 1);
  if (crossed)
    throw new InvalidArgument(`invalid formula; sensitivity takes no crossed fixed effects: ${crossed.join("^")}`);
  const effects = parsed.effects.map(([name = ""]): FormulaTerm => ({
    label: `factor(${name})`,
    parts: [{kind: "call", name: "factor", args: [{kind: "column", name}]}]
  }));
  const terms = [...parsed.terms, ...effects];
  const factors = terms.filter((term) => {
    const name = factorOf(term, table);
    const alone = terms.filter(({parts}) => parts.flatMap(columnsIn).includes(name ?? "")).length === 1;
    return name !== null && alone && !benchmarks.some((benchmark) => benchmark.startsWith(term.label));
  });
  const size = (term: FormulaTerm): number => new Set(Array.from(table[factorOf(term, table) ?? ""] ?? [])).size;
  const greatest = factors.toSorted((a, b) => size(b) - size(a))[0];
  return {
    ...parsed,
    terms: terms.filter((term) => term !== greatest),
    intercept: greatest === undefined,
    effects: greatest ? [[factorOf(greatest, table)!]] : []
  };
}

/** The column of a term that is a factor and nothing else. */
function factorOf({parts: [part, more]}: FormulaTerm, table: Table): string | null {
  if (!part || more) return null;
  const [name] = columnsIn(part);
  if (name === undefined) return null;
  if (part.kind === "call") return part.name === "factor" ? name : null;
  const texts = Array.from(table[name] ?? []).filter((cell) => typeof cell === "string");
  return part.kind === "column" && texts.length > 0 && texts.every((label) => Number.isNaN(Number(label)))
    ? name
    : null;
}
