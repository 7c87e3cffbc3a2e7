/** Marks, in the contents of a page, the section that is being read: the last that began above a third of the window. */
export function markSection(document: Document): void {
  const links = new Map(
    Array.from(document.querySelectorAll<HTMLAnchorElement>(".page-contents ol a"), (link) => [
      decodeURIComponent(link.hash.slice(1)),
      link
    ])
  );
  const sections = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (sections.length === 0) return;
  const mark = (): void => {
    const line = globalThis.innerHeight / 3;
    const present = sections.findLast((section) => section.getBoundingClientRect().top < line);
    for (const [id, link] of links) {
      if (id === present?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  globalThis.addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    {passive: true}
  );
  mark();
}
