import type {DuckDBConnection} from "@duckdb/node-api";
import {ingestStudy} from "../ingest/ingestStudy.js";
import type {Study} from "../study/readStudy.js";

/**
 * Stages a study's files for its mappings. What a mapping reads has been declared and checked: from then on no other file can
 * be opened.
 *
 * @throws {StudyError} if a file breaks a rule
 */
export async function stageStudy(connection: DuckDBConnection, study: Study, scratch: string): Promise<void> {
  await ingestStudy(connection, study, scratch);
  await connection.run("SET enable_external_access = false");
}
