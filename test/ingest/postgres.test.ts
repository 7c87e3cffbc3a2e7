/**
 * Against a real server, started for the test on a socket of its own. Without one the tests are skipped; Debian's package is
 * called postgresql (apt-get install postgresql), and .ci/run installs it.
 */
import {execFileSync} from "node:child_process";
import {chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync} from "node:fs";
import {mkdir, readFile, readdir, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fetchExtracts} from "../../loaders/ingest/fetch/fetchExtracts.js";
import {openPostgres} from "../../loaders/ingest/fetch/openPostgres.js";
import {readStudy} from "../../loaders/study/readStudy.js";
import {openWarehouse} from "../../loaders/warehouse/openWarehouse.js";
import {departmentYears, tinyStudy} from "./tinyStudy.js";

const packaged = "/usr/lib/postgresql";
const version = existsSync(packaged) ? readdirSync(packaged).toSorted().at(-1) : undefined;
const bin = join(packaged, version ?? "", "bin");

/** The server refuses to run as root, so then it runs as the package's own user. */
const owner = process.getuid?.() === 0 ? {uid: Number(id("-u")), gid: Number(id("-g"))} : {};

function id(option: string): string {
  return version ? execFileSync("id", [option, "postgres"], {encoding: "utf8"}).trim() : "0";
}

const home = mkdtempSync(join(tmpdir(), "longview-postgres-"));
const run = (command: string, ...args: string[]): void => {
  execFileSync(join(bin, command), args, {...owner, cwd: home, stdio: "ignore"});
};
const psql = (sql: string, host = home): void =>
  run(
    "psql",
    "--host",
    host,
    "--username",
    "keeper",
    "--dbname",
    "postgres",
    "--set",
    "ON_ERROR_STOP=1",
    "--command",
    sql
  );

/** A server of its own, reached by a socket in a folder alone. */
function start(data: string, sockets: string): void {
  run("initdb", "--pgdata", data, "--username", "keeper", "--auth", "trust");
  const options = `-c listen_addresses='' -c unix_socket_directories='${sockets}' -c fsync=off`;
  run("pg_ctl", "--pgdata", data, "--wait", "--options", options, "--log", join(sockets, "log"), "start");
}

const stop = (data: string): void => run("pg_ctl", "--pgdata", data, "--mode", "immediate", "stop");

const dsn = (role: string): string => `postgresql://${role}:hidden-word@/postgres?host=${encodeURIComponent(home)}`;

describe.skipIf(!version)("fetch, from a server (apt-get install postgresql, if this is skipped)", () => {
  beforeAll(() => {
    if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid ?? 0);
    start(join(home, "data"), home);
    psql("CREATE ROLE reader LOGIN; GRANT pg_read_all_data TO reader; CREATE ROLE writer LOGIN");
    psql(
      "CREATE TABLE accounts (department text, fiscal_year int, headcount int, managers int, revenue numeric, profit numeric, active bool)"
    );
    psql("GRANT INSERT ON accounts TO writer; GRANT SELECT ON accounts TO writer");
    const rows = departmentYears.trimEnd().split("\n").slice(1);
    for (const row of rows) {
      const [department, ...numbers] = row.split(",");
      const [year, headcount, managers, revenue, profit] = numbers.map(Number);
      // two rows of the ledger make one of the extract
      for (const part of [1, 2])
        psql(
          `INSERT INTO accounts VALUES ('${department}', ${year}, ${headcount}, ${managers}, ${(revenue ?? 0) / 2}, ${part === 1 ? profit : 0}, true)`
        );
    }
  }, 120_000);

  afterAll(() => stop(join(home, "data")));

  const sum = `SELECT department AS department_id, fiscal_year, max(headcount) AS headcount, max(managers) AS managers,
  sum(revenue) AS revenue, sum(profit) AS profit FROM accounts GROUP BY department, fiscal_year ORDER BY 1, 2;`;

  async function study(sql: string, more: object = {}) {
    const {folder, cache} = await tinyStudy({
      years: null,
      resource: {path: "extracts.csv", source: "postgres", query: "postgres/years.sql", ...more}
    });
    await mkdir(join(folder, "postgres"));
    await writeFile(join(folder, "postgres/years.sql"), sql);
    return {folder, cache, study: await readStudy(folder)};
  }

  async function fetched(
    sql: string,
    {role = "reader", ...more}: {role?: string; [property: string]: unknown} = {}
  ): Promise<string> {
    const asked = await study(sql, more);
    const database = await openPostgres(dsn(role), "LONGVIEW_POSTGRES").catch((error: Error) => error.message);
    if (typeof database === "string") return database;
    try {
      const extracts = await fetchExtracts(database, asked.study);
      return JSON.stringify(extracts.map(({path, rows}) => ({path, rows})));
    } catch (error) {
      const left = (await readdir(asked.folder)).filter((name) => name.startsWith("extracts"));
      return `${(error as Error).message} [left: ${left.join(", ")}]`;
    } finally {
      await database.close();
    }
  }

  it("takes the aggregate of the server's rows, and the study is as from a file", async () => {
    const {folder, cache, study: asked} = await study(sum);
    const database = await openPostgres(dsn("reader"), "LONGVIEW_POSTGRES");
    const [extract] = await fetchExtracts(database, asked);
    await database.close();
    expect(extract?.rows).toBe(16);
    expect(extract?.bytes).toBeLessThan(4000);
    const warehouse = await openWarehouse(await readStudy(folder), cache);
    const rows = await warehouse.query<{profit: number}>(new URL("./departmentProfits.sql", import.meta.url));
    warehouse.close();
    const truth = departmentYears
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((row) => Number(row.split(",")[5]));
    expect(rows.map(({profit}) => profit)).toEqual(truth);
  });

  it("reads every query in one snapshot", async () => {
    const database = await openPostgres(dsn("reader"), "LONGVIEW_POSTGRES");
    const count = async (): Promise<unknown> => {
      for await (const {rows} of database.ask("SELECT count(*) FROM accounts", {file: "a.sql", seconds: 10}))
        return rows[0]?.[0];
      return undefined;
    };
    const before = await count();
    psql("INSERT INTO accounts VALUES ('D9', 2011, 1, 1, 1, 1, true)");
    expect(await count()).toBe(before);
    await database.close();
    psql("DELETE FROM accounts WHERE department = 'D9'");
  });

  it.each<[string, string, Record<string, unknown>, RegExp]>([
    ["a role that may write", sum, {role: "writer"}, /the role may write.*can only read/],
    ["a superuser", sum, {role: "keeper"}, /the role may write/],
    ["a role that is not there", sum, {role: "nobody"}, /the server refuses the role/],
    [
      "a query that takes too long",
      "SELECT pg_sleep(5)::text AS department_id",
      {timeoutSeconds: 1},
      /years\.sql: stopped at the time limit/
    ],
    [
      "a column that is missing",
      sum.replace("AS headcount", "AS heads"),
      {},
      /column headcount: the query does not give/
    ],
    [
      "a column of another type",
      sum.replace("max(headcount)", "max(headcount)::text"),
      {},
      /column headcount: not of the type integer on the server/
    ],
    ["a query that writes", "DELETE FROM accounts RETURNING department", {}, /not valid SQL|tries to write|can run/],
    ["two statements", `SELECT 1; ${sum}`, {}, /one SELECT is expected/],
    [
      "a value that does not convert",
      "SELECT ('Sato' || department)::int AS department_id FROM accounts",
      {},
      /a value that the query can't convert/
    ],
    ["more rows than are declared", sum, {maximumRows: 3}, /more than 3 rows/]
  ])("refuses %s, saying no value and leaving nothing", async (_, sql, options, message) => {
    const text = await fetched(sql, options);
    expect(text).toMatch(message);
    expect(text).not.toMatch(/hidden-word|Sato/);
    expect(text).not.toMatch(/\[left: .+\]/);
  });

  it("takes the aggregate of two servers' rows, joined by postgres_fdw", async () => {
    const branch = join(home, "branch");
    mkdirSync(branch);
    if (owner.uid !== undefined) chownSync(branch, owner.uid, owner.gid ?? 0);
    start(join(branch, "data"), branch);
    try {
      psql("CREATE ROLE reader LOGIN; GRANT pg_read_all_data TO reader", branch);
      psql(
        "CREATE TABLE posts (department text, post int); INSERT INTO posts SELECT 'D' || 1 + i % 4, i FROM generate_series(0, 47) i",
        branch
      );
      psql("CREATE EXTENSION postgres_fdw");
      psql(`CREATE SERVER branch FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '${branch}', dbname 'postgres')`);
      psql("CREATE USER MAPPING FOR reader SERVER branch OPTIONS (user 'reader', password_required 'false')");
      psql("CREATE FOREIGN TABLE posts (department text, post int) SERVER branch");
      const joined = sum
        .replace("max(managers)", "(SELECT count(*) FROM posts WHERE posts.department = accounts.department)")
        .replace(";", "");
      expect(await fetched(joined)).toBe('[{"path":"extracts.csv","rows":16}]');
    } finally {
      stop(join(branch, "data"));
    }
  });

  it("leaves the old extract when the connection is lost", async () => {
    const {folder, study: asked} = await study(
      "SELECT department AS department_id, fiscal_year, headcount, managers, revenue, profit FROM accounts, pg_sleep(0.3)"
    );
    await writeFile(join(folder, "extracts.csv"), "old\n");
    const database = await openPostgres(dsn("reader"), "LONGVIEW_POSTGRES");
    const fetching = fetchExtracts(database, asked).catch((error: Error) => error.message);
    psql("SELECT pg_sleep(0.2); SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'");
    expect(await fetching).toMatch(/the server was stopped|connection was lost/);
    expect(await readFile(join(folder, "extracts.csv"), "utf8")).toBe("old\n");
  });
});

it("fetch needs the database's address, and never prints it", async () => {
  await expect(openPostgres(undefined, "LONGVIEW_POSTGRES")).rejects.toThrow(/LONGVIEW_POSTGRES: no address/);
  const wrong = "postgresql://reader:hidden-word@127.0.0.1:9/none";
  const said = await openPostgres(wrong, "LONGVIEW_POSTGRES").catch((error: Error) => error.message);
  expect(said).toMatch(/no server there/);
  expect(said).not.toMatch(/hidden-word|127\.0\.0\.1/);
});
