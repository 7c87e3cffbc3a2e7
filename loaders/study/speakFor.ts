import {type Language, nameStudy, speak} from "../../src/words/language.js";
import {readStudy} from "./readStudy.js";

/**
 * Speaks of a study from now on: in its own language or the one that is asked for, by its own names.
 *
 * @throws {StudyError} if the study's description is not valid
 */
export async function speakFor(folder: string, options: {readonly language?: Language} = {}): Promise<void> {
  const {language, ...study} = await readStudy(folder, options);
  speak(language);
  nameStudy(study);
}
