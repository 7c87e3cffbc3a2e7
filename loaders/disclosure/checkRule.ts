import type {ColumnRule, Row} from "./columnRule.js";

const parts: Readonly<Record<ColumnRule["kind"], readonly string[]>> = {
  key: [],
  scale: ["unit"],
  finance: ["unit", "grain"],
  headcount: ["unit", "grain", "round"],
  activity: ["unit", "persons", "minimum", "statistic", "within", "range", "grain", "round", "totals", "zeroWhere"],
  survey: ["unit", "persons", "minimum", "statistic", "within", "range", "grain", "round"],
  appraisal: ["unit", "persons", "minimum", "statistic", "within", "range", "grain", "round"],
  rating: ["unit", "persons", "minimum", "statistic", "within", "range", "grain", "round"],
  model: ["unit", "persons", "minimum", "statistic", "within", "range", "grain", "round"],
  count: ["unit", "persons", "minimum", "statistic", "within", "range", "grain", "round"]
};

/**
 * Holds a column to its kind while it runs, as the compiler does before: every part declared, none beside, and no number
 * under a rule for names unless it tells the rows apart.
 *
 * @throws {RangeError} naming column and part
 */
export function checkRule(column: string, rule: ColumnRule, rows: readonly Row[], key: readonly string[]): void {
  const needed = Object.hasOwn(parts, rule?.kind) ? parts[rule.kind] : undefined;
  if (!needed)
    throw new RangeError(`column without a rule; declare its kind, one of ${Object.keys(parts).join(", ")}: ${column}`);
  const lacking = needed.find((part) => (rule as unknown as Record<string, unknown>)[part] === undefined);
  if (lacking)
    throw new RangeError(`incomplete rule of column ${column}; a ${rule.kind} column declares its ${lacking}`);
  const stray = Object.keys(rule).find((part) => part !== "kind" && !needed.includes(part));
  if (stray) throw new RangeError(`invalid rule of column ${column}; a ${rule.kind} column has no ${stray}`);
  if (rule.kind !== "key" || key.includes(column)) return;
  if (rows.some((row) => typeof row[column] === "number" || typeof row[column] === "bigint")) {
    throw new RangeError(`column of numbers declared as a key; declare its kind and rule: ${column}`);
  }
}
