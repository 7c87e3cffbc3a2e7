import {StudyError} from "../../study/studyError.js";

/** A file that cannot be looked at. */
export function refuseSample(file: string, rule: string, remedy: string): never {
  throw new StudyError([{file, rule, remedy}], "no study can be proposed");
}
