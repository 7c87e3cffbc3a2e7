/** The explorer and notebooks call units, persons and divisions as the study does. */
import {JSDOM} from "jsdom";
import {afterEach, describe, expect, it, vi} from "vitest";
import {publish} from "../../loaders/release/publish.js";
import {explorer} from "../../src/explore/explorer.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import type {ExploredStudy} from "../../src/explore/study.js";
import {answer} from "../../src/explore/worker/answer.js";
import type {Reply, Request} from "../../src/explore/worker/ask.js";
import type {NotebookStudy} from "../../src/notebook/tables.js";
import type {ReleasedTable} from "../../src/released/table.js";
import {nameStudy} from "../../src/words/language.js";

const ours = /\b(managers?|departments?|lines?|divisions?)\b/gi;
const views = ["pair", "all", "matrix", "curve", "shuffle", "formula"];

interface Site {
  readonly study: ExploredStudy & NotebookStudy;
  readonly tables: Readonly<Record<string, ReleasedTable>>;
}

async function siteOf(name: string): Promise<Site> {
  const release = await publish(`data/${name}`);
  const tables = Object.fromEntries(Array.from(release.tables, ([table, {value}]) => [table, value]));
  nameStudy();
  return JSON.parse(JSON.stringify({study: release.report.value.study, tables})) as Site;
}

/** A worker in this very thread. */
function workerOf({study, tables}: Site): Worker {
  const listeners: ((event: {readonly data: Reply}) => void)[] = [];
  return {
    addEventListener: (_: string, listener: (event: {readonly data: Reply}) => void) => listeners.push(listener),
    postMessage(asked: Blob | Request) {
      if (asked instanceof Blob || !("question" in asked)) return;
      const {id, question, comparison} = asked;
      const tell = (data: Reply): void => listeners.forEach((listener) => listener({data}));
      const grain = grainsOf(tables, study).find((one) => one.name === comparison.table)!;
      answer(question, comparison, grain).then(
        (found) => tell({id, answer: found}),
        (error: unknown) => tell({id, error: String(error)})
      );
    },
    terminate: () => undefined
  } as unknown as Worker;
}

const {window} = new JSDOM("", {url: "https://example.org/explore"});
Object.assign(window, {
  ResizeObserver: class {
    observe(): void {}
  }
});
const {document} = window;
const {HTMLElement, Event, AbortController, DOMException} = window;
Object.assign(globalThis, {HTMLElement, Event, AbortController, DOMException});

/** What is read, in sight and aloud; what a drawing calls a line is none of a study's. */
async function readIn(site: Site, view: string): Promise<string> {
  window.history.replaceState(null, "", `?view=${view}`);
  const root = explorer(site.tables, {study: site.study, version: "1", worker: () => workerOf(site), document});
  document.body.append(root);
  await vi.waitFor(() => expect(root.querySelector(".explore-waiting, [aria-busy]")).toBeNull(), {
    timeout: 60_000,
    interval: 50
  });
  const attributes = Array.from(root.querySelectorAll("[aria-label], [title]")).flatMap((one) => [
    one.getAttribute("aria-label"),
    one.getAttribute("title")
  ]);
  return [root.textContent, ...attributes].join("\n").replaceAll(/(the|a|its) line\b|Lines are|command line/gi, " ");
}

afterEach(() => {
  nameStudy();
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe.each(["star", "us-fatalities", "jtrain"])("the explorer of %s", (name) => {
  it("names neither managers nor departments: it used to, since nobody told it what they are called", async () => {
    const site = await siteOf(name);
    const {one} = site.study.words.unit;
    const read: string[] = [];
    for (const view of views) {
      nameStudy();
      const text = await readIn(site, view);
      expect([view, ...new Set(text.match(ours) ?? [])]).toEqual([view]);
      read.push(text.toLowerCase());
    }
    expect(read[0]).toContain(one);
  });

  it("tells its worker and a notebook's cells what they are called", async () => {
    const site = await siteOf(name);
    const heard: ((event: {readonly data: Blob}) => void)[] = [];
    vi.stubGlobal("addEventListener", (_: string, listener: (event: {readonly data: Blob}) => void) =>
      heard.push(listener)
    );
    await import("../../src/explore/worker/worker.js");
    heard[0]?.({data: new Blob([JSON.stringify(site)])});
    const words = await import("../../src/words/language.js");
    await vi.waitFor(() => expect(words.studyKept().words).toEqual(site.study.words));
    words.nameStudy();
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(site))));
    await import("../../src/notebook/published.js");
    expect(words.studyKept().words).toEqual(site.study.words);
  });
});
