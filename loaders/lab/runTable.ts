import {readFile, writeFile} from "node:fs/promises";
import {labQueries} from "./labQueries.js";
import {AskedWrongly} from "../study/askedWrongly.js";
import {printAnswer} from "../study/printAnswer.js";
import {readNamed} from "../study/readNamed.js";
import {readStudy} from "../study/readStudy.js";

export interface TableOptions {
  readonly sql: string;
  readonly study: string;
  readonly out: string;
  readonly json?: boolean;
}

/**
 * `table new NAME --sql FILE`: begins a released table from a lab's SQL, with the kind of every column to be filled in:
 * until each is, it does not compile.
 */
export async function runTable(name: string, values: TableOptions): Promise<number> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new AskedWrongly("invalid name of a table; lower case, digits, underscores");
  const sql = (await readNamed(values.sql)).trim().replace(/;$/, "");
  const columns = await columnsOf(sql, values.study);
  const module = name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  await write(`${values.out}/${name}.sql`, sqlOf(sql));
  await write(`${values.out}/${module}.ts`, await moduleOf(name, module, columns));
  const written = [`${values.out}/${name}.sql`, `${values.out}/${module}.ts`];
  const next = "Fill in what each column is, then list it: npx vitest run test/lists.test.ts -u";
  printAnswer({written, next}, [...written, next].join("\n"), values);
  return 0;
}

/** What a query answers, without its rows. */
async function columnsOf(sql: string, folderOfStudy: string): Promise<string[]> {
  const queries = await labQueries(await readStudy(folderOfStudy));
  try {
    const {rows} = await queries.ask(`SELECT column_name FROM (DESCRIBE ${sql})`, []);
    return rows.map((row) => String(row.column_name));
  } finally {
    queries.close();
  }
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text, {flag: "wx"}).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EEXIST" ? new AskedWrongly(`${file} is there already; choose another name`) : error;
  });
}

function sqlOf(sql: string): string {
  const head = ["-- grain       one row a ...", "-- inputs      ...", "-- parameters  none", "-- units       ..."];
  return `${head.join("\n")}\n${sql};\n`;
}

async function moduleOf(name: string, module: string, columns: readonly string[]): Promise<string> {
  const template = await readFile(new URL("./releasedTable.txt", import.meta.url), "utf8");
  const kinds = columns.map((column) => `        ${column}: fillIn`).join(",\n");
  return template.replaceAll("@{module}", module).replaceAll("@{name}", name).replaceAll("@{kinds}", kinds);
}
