import {identifies, type ProposedField} from "./proposeFields.js";

/**
 * The first column, pair or three of columns, whose values name every row once. A day or a moment alone does so by chance; with
 * another column it does so less, the more values that one has, and a moment only with one that is called an identifier.
 */
export function keyOf(fields: readonly ProposedField[], rows: readonly (readonly string[])[]): string[] | undefined {
  if (rows.length < 2) return undefined;
  const able = fields
    .flatMap(({name, type, constraints, groupChar}, i) =>
      constraints && !groupChar && type !== "number" && type !== "boolean" ? [{name, i, type}] : []
    )
    .filter(({i, type}) => type !== "integer" || counts(rows.map((row) => Number(row[i]))))
    .slice(0, 5);
  type Able = (typeof able)[number];
  const names = (columns: readonly Able[]): boolean =>
    new Set(rows.map((row) => columns.map(({i}) => row[i]).join("\n"))).size === rows.length;
  const one = able.find((column) => !timed(column) && names([column]));
  if (one) return [one.name];
  const pairs = able
    .flatMap((first, at) => able.slice(at + 1).map((second): [Able, Able] => [first, second]))
    .filter((pair) => momentIsNamed(pair) && names(pair));
  const distinct = ({i}: Able): number => new Set(rows.map((row) => row[i])).size;
  const kinds = (pair: readonly Able[]): number =>
    pair.reduce((sum, column) => sum + (timed(column) ? 0 : distinct(column)), 0);
  const pair = pairs.find((columns) => !columns.some(timed)) ?? pairs.toSorted((a, b) => kinds(b) - kinds(a))[0];
  if (pair) return pair.map(({name}) => name);
  // a unit's months: three columns with few values each, without a day among them
  const few = able.filter((column) => !timed(column) && distinct(column) * 2 <= rows.length);
  const three = few.flatMap((first, at) =>
    few.slice(at + 1).flatMap((second, next) => few.slice(at + next + 2).map((third) => [first, second, third]))
  );
  return three.find(names)?.map(({name}) => name);
}

/** Whether whole numbers are years, number the rows, or come back in many: amounts tell rows apart by chance. */
function counts(values: readonly number[]): boolean {
  if (values.every((value) => value >= 1900 && value < 2100)) return true;
  return new Set(values).size * 2 <= values.length || values.every((value, i) => value === (values[0] ?? 0) + i);
}

type Typed = Pick<ProposedField, "name" | "type">;

const timed = ({type}: Typed): boolean => type === "date" || type === "datetime";

const momentIsNamed = (pair: readonly Typed[]): boolean =>
  pair.every(({type}) => type !== "datetime") ||
  pair.some(({name, type}) => type !== "datetime" && identifies.test(name));
