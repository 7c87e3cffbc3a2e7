/**
 * Brings a finding page's controls to life. What answers is loaded when something is chosen, or when the page's address
 * says so: a page that is only read does not load it.
 */
import type {Answering, AnsweringSources} from "./answering.js";

export function listen(sources: AnsweringSources, document: Document = globalThis.document): void {
  const form = document.querySelector<HTMLFormElement>("form[data-answering]");
  const view = document.defaultView;
  if (!form || !view) return;
  let opened: Promise<Answering> | null = null;
  const open = (): Promise<Answering> => (opened ??= sources.load().then(({answering}) => answering(form, sources)));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => void open().then(({choose}) => choose()));
  view.addEventListener("popstate", () => void open().then(({follow}) => follow()));
  if (view.location.search !== "") void open().then(({follow}) => follow());
}
