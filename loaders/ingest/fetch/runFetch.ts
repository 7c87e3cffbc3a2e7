import {readStudy} from "../../study/readStudy.js";
import {fetchExtracts} from "./fetchExtracts.js";
import {openPostgres} from "./openPostgres.js";

const variable = "LONGVIEW_POSTGRES";

/** `fetch --study DIR`: asks the database for the study's extracts, all in one snapshot. */
export async function runFetch(values: {readonly study: string}): Promise<number> {
  const study = await readStudy(values.study);
  if (!study.resources.some((resource) => resource.source)) {
    process.stdout.write("No resource of this study comes from a database.\n");
    return 0;
  }
  const began = performance.now();
  const database = await openPostgres(process.env[variable], variable);
  try {
    const extracts = await fetchExtracts(database, study);
    for (const {path, rows, bytes} of extracts)
      process.stdout.write(`${path}: ${rows} rows, ${bytes} bytes from the server\n`);
    process.stdout.write(`Fetched in ${((performance.now() - began) / 1000).toFixed(1)} s. Now run build.\n`);
  } finally {
    await database.close();
  }
  return 0;
}
