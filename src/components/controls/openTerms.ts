import {element} from "../parts/element.js";
import {say} from "../../words/say.js";

/** A term's link opens its meaning where the term is used, and closes it again. */
export function openTerms(document: Document): void {
  for (const [i, link] of document.querySelectorAll<HTMLAnchorElement>("a.term").entries()) {
    const id = `meaning-${i}`;
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const open = document.getElementById(id);
      if (open) open.remove();
      else meaningBelow(link, id);
      link.setAttribute("aria-expanded", String(open === null));
    });
  }
}

function meaningBelow(link: HTMLAnchorElement, id: string): void {
  const document = link.ownerDocument;
  const term = element(document, "strong", {}, link.textContent);
  const more = element(document, "a", {href: link.href}, say("Glossary"));
  const note = element(
    document,
    "span",
    {class: "term-meaning", id, role: "note"},
    term,
    `: ${link.dataset.meaning ?? ""} `,
    more
  );
  link.after(note);
}
