/** A menu of the site closes when another place is chosen, and by Escape. */
export function closeMenus(document: Document): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>(".site-nav details");
  document.addEventListener("click", ({target}) => {
    for (const menu of menus) if (!menu.contains(target as Node)) menu.open = false;
  });
  document.addEventListener("keydown", ({key}) => {
    if (key !== "Escape") return;
    for (const menu of menus) {
      if (menu.open && menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
      menu.open = false;
    }
  });
  const contents = document.querySelector<HTMLDetailsElement>(".page-contents details");
  document.querySelector(".page-contents ol")?.addEventListener("click", () => {
    if (contents) contents.open = false;
  });
}
