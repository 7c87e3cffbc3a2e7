import {randomBytes} from "node:crypto";
import type {AddressInfo} from "node:net";
import {publish} from "../release/publish.js";
import {bundledNotebook, besideRuntime} from "../site/stageNotebooks.js";
import {readStudy} from "../study/readStudy.js";
import {tellError} from "../study/tellError.js";
import {labNotebooks} from "./labNotebooks.js";
import {labQueries} from "./labQueries.js";
import {labServer} from "./labServer.js";

/**
 * `lab`: notebooks over a study's rows, for those who may see them: on this machine alone, under an address with a token.
 */
export async function runLab(values: {readonly study: string; readonly port: number}): Promise<number> {
  const study = await readStudy(values.study);
  const token = randomBytes(24).toString("base64url");
  const server = await labServer({
    title: study.title,
    token,
    port: values.port,
    runtime: await bundledNotebook(),
    beside: await released(values.study),
    queries: await labQueries(study),
    notebooks: await labNotebooks(study)
  });
  const {port} = server.address() as AddressInfo;
  process.stdout.write(`The lab of ${values.study}, for this machine alone:\n  http://127.0.0.1:${port}/${token}/\n`);
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        server.closeAllConnections();
        server.close(() => done(0));
      });
  });
}

/** The released tables, if there are any yet; a lab may be where a study is made ready for its first release. */
async function released(study: string): Promise<Record<string, string>> {
  try {
    return await besideRuntime(await publish(study));
  } catch (error) {
    process.stderr.write(`${tellError(error)}\nThe lab opens without released tables.\n`);
    const empty = {
      version: "",
      study: {title: "", measures: [], currency: {label: ""}, words: {}, plan: []},
      tables: {}
    };
    return {
      "tables.json": JSON.stringify(empty),
      "help.json": JSON.stringify({docs: [], tables: {}}),
      "shipped.json": "{}"
    };
  }
}
