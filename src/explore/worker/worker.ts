/** The explorer's worker: the tables once, then questions. */
import {nameStudy} from "../../words/language.js";
import type {Grain} from "../grain.js";
import {grainsOf} from "../grainsOf.js";
import {answer} from "./answer.js";
import type {Answers, Left, Reply, Request, Setup} from "./ask.js";

let grains: Promise<readonly Grain[]> = Promise.resolve([]);
/** one question after the other, in the order in which they came */
let last: Promise<void> = Promise.resolve();
/** questions whose answers are no longer wanted */
const left = new Set<number>();

globalThis.addEventListener("message", ({data}: MessageEvent<Blob | Request | Left>) => {
  if (data instanceof Blob) grains = grainsIn(data);
  else if ("left" in data) left.add(data.left);
  else last = last.then(() => reply(data));
});

async function grainsIn(setup: Blob): Promise<readonly Grain[]> {
  const {tables, study} = JSON.parse(await setup.text()) as Setup;
  nameStudy(study);
  return grainsOf(tables, study);
}

async function reply({id, question, comparison}: Request): Promise<void> {
  const post = (message: Reply, transfer: ArrayBuffer[] = []): void => globalThis.postMessage(message, {transfer});
  const pause = async (): Promise<void> => {
    await turn();
    if (left.has(id)) throw new DOMException("left", "AbortError");
  };
  try {
    await pause();
    const grain = (await grains).find(({name}) => name === comparison.table);
    if (!grain) throw new RangeError(`missing table: ${comparison.table}`);
    const progress = (done: number, of: number): void => post({id, progress: {done, of}});
    const found = await answer(question, comparison, grain, {progress, pause});
    post({id, answer: found}, question === "sketch" ? dotsOf(found as Answers["sketch"]) : []);
  } catch (error) {
    if (!left.delete(id)) post({id, error: error instanceof Error ? error.message : String(error)});
  }
}

/** What a sketch is heavy with: handed over, not copied, since its errors are found without it. */
function dotsOf({main, lenses}: Answers["sketch"]): ArrayBuffer[] {
  const found = [main, ...lenses].flatMap((one) => ("reason" in one ? [] : [one.x, one.y, one.rows]));
  return [...new Set(found.map(({buffer}) => buffer as ArrayBuffer))];
}

/** Lets messages in that have come meanwhile. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
