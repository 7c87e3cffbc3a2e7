/**
 * Puts into a place what a built page keeps apart, in a page of its own; nothing where it is there already.
 *
 * @throws {Error} if it can't be fetched; the link to it then stays
 */
export async function bringIn(place: HTMLElement): Promise<void> {
  const link = place.querySelector<HTMLAnchorElement>("a[data-apart]");
  if (!link) return;
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const content = page.querySelector("div[data-apart]");
  if (!content) throw new Error(`${link.href}: nothing kept apart`);
  link.closest(".figure-apart")?.replaceWith(...content.childNodes);
}

/** The table of a figure, made or fetched where it is not there yet; null where it has none. */
export async function tableOf(figure: HTMLElement): Promise<HTMLTableElement | null> {
  const details = figure.querySelector<HTMLElement>(".figure-data");
  if (!details) return null;
  details.dispatchEvent(new Event("fill"));
  await bringIn(details);
  return details.querySelector("table");
}
