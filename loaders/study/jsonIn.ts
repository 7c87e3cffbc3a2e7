import {parseJson} from "./parseJson.js";
import {StudyError} from "./studyError.js";
import {tellError} from "./tellError.js";

/** @throws {StudyError} that names a study's file, line and column where its text is no JSON */
export function jsonIn(
  file: string,
  text: string,
  {remedy, summary}: {readonly remedy?: string; readonly summary?: string} = {}
): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new StudyError([{file, rule: tellError(error), remedy}], summary);
  }
}
