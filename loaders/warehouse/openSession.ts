import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import {sayFaults} from "../study/databaseFault.js";
import type {Study} from "../study/readStudy.js";

const settings = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false"
};

/** A database in which a study's times are told as they are there. */
export async function openSession(
  {timeZone}: Pick<Study, "timeZone">,
  file: string,
  options: Readonly<Record<string, string>> = {}
): Promise<{instance: DuckDBInstance; connection: DuckDBConnection}> {
  const instance = await DuckDBInstance.create(file, {...settings, ...options});
  const connection = await instance.connect();
  await connection.run(sayFaults);
  await connection.run("SET TimeZone = $zone", {zone: timeZone});
  return {instance, connection};
}
