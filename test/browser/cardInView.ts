import type {Page} from "playwright-core";

/**
 * Where a finding's card does not stay in view as its page is read from its place to the end, or lies over what runs over the margin;
 * the page stays at its end.
 */
export function cardInView(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const card = document.querySelector(".finding-card");
    if (!card) return ["there is no card"];
    const found: string[] = [];
    const main = card.parentElement?.getBoundingClientRect().bottom ?? 0;
    const last = main + scrollY - innerHeight;
    for (let y = card.getBoundingClientRect().top + scrollY; y < last; y += 150) {
      scrollTo(0, y);
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const {top, bottom, left, right} = card.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) found.push(`at ${y} px it reaches from ${top} to ${bottom} px`);
      for (const wide of document.querySelectorAll("main :is(.checks, .table-scroll, .wide, figure, svg)")) {
        const box = wide.getBoundingClientRect();
        const [from, to] = [Math.max(top, box.top) + 1, Math.min(bottom, box.bottom) - 1];
        if (box.width === 0 || box.right <= left || from >= to) continue;
        for (const at of [from, (from + to) / 2, to])
          if (card.contains(document.elementFromPoint(Math.min(box.right, right) - 1, at)))
            found.push(`at ${y} px it lies over ${wide.className || wide.tagName}`);
      }
    }
    return found;
  });
}
