import type {DuckDBConnection} from "@duckdb/node-api";
import {ingestStudy} from "../ingest/ingestStudy.js";
import type {Study} from "../study/readStudy.js";

/**
 * Stages a study's files for its mappings. What a mapping reads has been declared and checked: from then on no other file can
 * be opened, and one thread numbers a result's rows, so that they have the same numbers each time.
 *
 * @throws {StudyError} if a file breaks a rule
 */
export async function stageStudy(connection: DuckDBConnection, study: Study, scratch: string): Promise<void> {
  await ingestStudy(connection, study, scratch);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET threads = 1");
}
