import {personWords} from "../../study/personWords.js";
import {wordsOf} from "../../study/wordsOf.js";

const personal: readonly RegExp[] = [...personWords.identity, ...personWords.freeText];

/** Whether a column, by its name, has names, addresses or birthdays of persons, or what they wrote in their own words. */
const isCalledPersonal = (column: string): boolean => personal.some((pattern) => pattern.test(wordsOf(column)));

const fewest = 20;

/**
 * Whether a column, by its name or by its values, says who a person is or what one wrote: most values are a surname, a
 * comma and a first name; or a question that most left out was answered in words.
 */
export function isPersonal(column: string, values: readonly string[] = []): boolean {
  if (isCalledPersonal(column)) return true;
  const given = values.map((value) => value.trim()).filter((value) => value !== "");
  if (given.length === 0) return false;
  const share = (pattern: RegExp): number => given.filter((value) => pattern.test(value)).length / given.length;
  if (given.length >= fewest && share(/^\p{Lu}[\p{L}'’ -]*, ?\p{Lu}[\p{L}.'’ -]*$/u) > 0.9) return true;
  const seldom = values.length >= fewest && given.length < values.length / 2;
  return seldom && /[?？]$/.test(column.trim()) && share(/\S+\s+\S+/) > 0.5;
}
