import {personWords} from "./personWords.js";
import {wordsOf} from "./wordsOf.js";

const {kinds, suffixes, keys} = personWords;

/**
 * Whether a column is called persons' keys ("employee no", "StaffID", 社員番号), or only as persons are ("staff").
 *
 * @param own  what the study calls a person
 */
export function namesPersons(column: string, own = "person"): "keys" | "persons" | undefined {
  const words = wordsOf(column);
  const called = `(?:^|.*[^\\p{L}]|.*[^\\x00-\\x7f])(?:${kinds}|${wordsOf(own)})`;
  if (new RegExp(`^(?:.* )?(?:${keys})$|^${called} ?(?:${suffixes})$`, "u").test(words)) return "keys";
  return new RegExp(`^${called}s?$`, "u").test(words) ? "persons" : undefined;
}
