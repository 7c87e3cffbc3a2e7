import {StudyError} from "../study/studyError.js";

/** @throws {StudyError} of one violation that is the whole file's, or one row's */
export function refuseFile(file: string, rule: string, remedy: string, row?: number): never {
  throw new StudyError([{file, row, rule, remedy}], "a raw file can't be read");
}
