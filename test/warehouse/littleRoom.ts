/** Opens a study's warehouse where little can be written: `littleRoom.ts FOLDER CACHE`; says what came of it. */
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";

const [, , folder = "", cache = ""] = process.argv;
try {
  (await openWarehouse(await readStudy(folder), cache)).close();
  process.stdout.write("opened\n");
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
