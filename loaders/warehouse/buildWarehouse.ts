import {readFileSync, readdirSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import {databaseFault} from "../study/databaseFault.js";
import {isNoRoom} from "../study/isNoRoom.js";
import type {Study} from "../study/readStudy.js";
import {StudyError} from "../study/studyError.js";
import {buildCanonical, oneThread} from "./buildCanonical.js";
import type {Mappings} from "./openMapping.js";
import {stageStudy} from "./stageStudy.js";

const folder = new URL("./sql/", import.meta.url);

/** The marts' SQL files in the order of their numbers. */
export const marts: readonly string[] = readdirSync(folder)
  .filter((name) => /^\d\d_/.test(name))
  .toSorted();

/** Reads one of the warehouse's SQL files. */
export const readMart = (name: string): string => readFileSync(new URL(name, folder), "utf8");

/**
 * Raw files -> staged rows -> canonical tables -> marts.
 *
 * @returns the mappings by which the canonical tables were made
 * @throws {StudyError} if the study's data break a rule
 */
export async function buildWarehouse(connection: DuckDBConnection, study: Study, scratch: string): Promise<Mappings> {
  await stageStudy(connection, study, scratch);
  const mappings = await buildCanonical(connection, study);
  await connection.run(oneThread);
  for (const mart of marts) {
    await connection.run(readMart(mart)).catch((error: unknown) => {
      if (isNoRoom(error)) throw error;
      const rule = `${databaseFault(error)?.kind ?? "Unknown"} Error while it ran; a value in the canonical tables is beyond what can be computed with`;
      throw new StudyError(
        [{file: mart, rule, remedy: "Look for numbers that are far too large"}],
        "a mart could not be built"
      );
    });
  }
  return mappings;
}
