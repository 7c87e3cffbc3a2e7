import {readStudy} from "../../loaders/study/readStudy.js";
import {StudyError} from "../../loaders/study/studyError.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {tinyStudy} from "./tinyStudy.js";

/** What is said of a study with these files: "accepted", or the message of its refusal. */
export async function messageFor(options: Parameters<typeof tinyStudy>[0]): Promise<string> {
  const {folder, cache} = await tinyStudy(options);
  try {
    const warehouse = await openWarehouse(await readStudy(folder), cache);
    warehouse.close();
  } catch (error) {
    if (error instanceof StudyError) return error.message;
    throw error;
  }
  return "accepted";
}
