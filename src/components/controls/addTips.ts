import {element} from "../parts/element.js";

/** As far from a mark, in pixels, the pointer still finds it: a target of 24 px, however small the mark. */
const reach = 12;

const steps: Readonly<Record<string, number>> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

/** A tip for each titled mark of a drawing: by pointer, by arrow keys, Home and End; Escape closes it. */
export function addTips(plot: HTMLElement, say: (text: string) => void): void {
  const marks = Array.from(plot.querySelectorAll("svg > g title"), (title) => {
    const mark = title.parentElement;
    mark?.setAttribute("data-tip", title.textContent);
    title.remove();
    return mark;
  }).filter((mark) => mark !== null);
  if (marks.length === 0) return;
  const tip = element(plot.ownerDocument, "div", {class: "figure-tip", role: "tooltip", hidden: true});
  plot.append(tip);
  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", "Drawing; arrow keys read its marks one by one, Escape closes the tip");
  let current = -1;
  const hide = (): void => {
    tip.hidden = true;
    marks[current]?.removeAttribute("data-current");
  };
  const show = (index: number): void => {
    hide();
    current = (index + marks.length) % marks.length;
    const mark = marks[current];
    if (!mark) return;
    mark.setAttribute("data-current", "");
    tip.textContent = mark.getAttribute("data-tip");
    tip.hidden = false;
    const [at, frame] = [mark.getBoundingClientRect(), plot.getBoundingClientRect()];
    const left = at.left + at.width / 2 - frame.left - tip.offsetWidth / 2;
    const above = at.top - frame.top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(0, Math.min(left, frame.width - tip.offsetWidth))}px`;
    tip.style.top = `${above >= 0 ? above : at.bottom - frame.top + 6}px`;
  };
  plot.addEventListener("keydown", (event) => {
    if (event.target !== plot) return;
    const step = steps[event.key];
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? marks.length - 1
          : step === undefined
            ? null
            : current < 0 && step < 0
              ? marks.length - 1
              : current + step;
    if (next === null) return;
    event.preventDefault();
    show(next);
    say(tip.textContent);
  });
  plot.ownerDocument.addEventListener("keydown", ({key}) => {
    if (key === "Escape") hide();
  });
  const point = ({clientX, clientY, target}: PointerEvent): void => {
    if (target === tip) return;
    const found = nearest(marks, clientX, clientY);
    if (found < 0) hide();
    else if (found !== current || tip.hidden) show(found);
  };
  plot.addEventListener("pointermove", point);
  plot.addEventListener("pointerdown", point);
  plot.addEventListener("pointerleave", hide);
  plot.addEventListener("blur", hide);
}

/** The mark nearest to a place of the screen, of those within reach; of two that hold it, the smaller. */
function nearest(marks: readonly Element[], x: number, y: number): number {
  let [found, least, smallest] = [-1, reach, Infinity];
  for (const [i, mark] of marks.entries()) {
    const {left, right, top, bottom, width, height} = mark.getBoundingClientRect();
    const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    if (away > least || (away === least && width * height >= smallest)) continue;
    [found, least, smallest] = [i, away, width * height];
  }
  return found;
}
