import {element} from "../parts/element.js";
import {svgElement} from "../parts/svgElement.js";
import {markIndex, type MarkBox} from "./markIndex.js";
import {plotted} from "./plotted.js";

/** As far from a mark, in pixels, the pointer still finds it: a target of 24 px, however small the mark. */
const reach = 12;

const steps: Readonly<Record<string, number>> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};

/** What can be pointed at: an element of the drawing, or a place in it. */
interface Target {
  readonly words: () => string;
  readonly box: (frame: DOMRect) => MarkBox;
  readonly mark: (on: boolean) => void;
  readonly act?: () => void;
}

/** A tip for each mark of a drawing: by pointer, by arrow keys, Home and End; Escape closes it, Enter acts on it. */
export function addTips(plot: HTMLElement, say: (text: string) => void): void {
  const targets = [...titledMarks(plot), ...plottedPoints(plot)];
  if (targets.length === 0) return;
  const tip = element(plot.ownerDocument, "div", {class: "figure-tip", role: "tooltip", hidden: true});
  plot.append(tip);
  plot.tabIndex = 0;
  plot.setAttribute("role", "group");
  plot.setAttribute("aria-label", `${nameOf(plot)}: arrow keys read its marks one by one, Escape closes the tip`);
  let current = -1;
  let index: {readonly size: string; readonly boxes: readonly MarkBox[]; find(x: number, y: number): number} | null =
    null;
  const placed = (frame: DOMRect): NonNullable<typeof index> => {
    const size = `${frame.width} ${frame.height}`;
    if (index?.size !== size) {
      const boxes = targets.map(({box}) => box(frame));
      index = {size, boxes, find: markIndex(boxes, reach)};
    }
    return index;
  };
  const hide = (): void => {
    tip.hidden = true;
    targets[current]?.mark(false);
  };
  const show = (asked: number): void => {
    hide();
    current = (asked + targets.length) % targets.length;
    const target = targets[current];
    if (!target) return;
    target.mark(true);
    tip.textContent = target.words();
    tip.hidden = false;
    const frame = plot.getBoundingClientRect();
    const {left, right, top, bottom} = placed(frame).boxes[current]!;
    const beside = (left + right) / 2 - tip.offsetWidth / 2;
    const above = top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(0, Math.min(beside, frame.width - tip.offsetWidth))}px`;
    tip.style.top = `${above >= 0 ? above : bottom + 6}px`;
  };
  plot.addEventListener("keydown", (event) => {
    if (event.target !== plot) return;
    if (event.key === "Enter") return targets[current]?.act?.();
    const step = steps[event.key];
    const next =
      event.key === "Home"
        ? 0
        : event.key === "End"
          ? targets.length - 1
          : step === undefined
            ? null
            : current < 0 && step < 0
              ? targets.length - 1
              : current + step;
    if (next === null) return;
    event.preventDefault();
    show(next);
    say(tip.textContent);
  });
  plot.ownerDocument.addEventListener("keydown", ({key}) => {
    if (key === "Escape") hide();
  });
  const foundAt = ({clientX, clientY}: MouseEvent): number => {
    const frame = plot.getBoundingClientRect();
    return placed(frame).find(clientX - frame.left, clientY - frame.top);
  };
  const point = (event: PointerEvent): void => {
    if (event.target === tip) return;
    const found = foundAt(event);
    if (found < 0) hide();
    else if (found !== current || tip.hidden) show(found);
  };
  plot.addEventListener("pointermove", point);
  plot.addEventListener("pointerdown", point);
  plot.addEventListener("pointerleave", hide);
  plot.addEventListener("blur", hide);
  if (targets.some(({act}) => act)) plot.addEventListener("click", (event) => targets[foundAt(event)]?.act?.());
}

function titledMarks(plot: HTMLElement): Target[] {
  return Array.from(plot.querySelectorAll("svg > g title"), (title) => ({mark: title.parentElement, title})).flatMap(
    ({mark, title}) => {
      if (!mark) return [];
      const words = title.textContent;
      mark.setAttribute("data-tip", words);
      title.remove();
      return [
        {
          words: () => words,
          mark: (on: boolean) => mark.toggleAttribute("data-current", on),
          box(frame: DOMRect) {
            const {left, right, top, bottom} = mark.getBoundingClientRect();
            const [x, y] = [frame.left, frame.top];
            return {left: left - x, right: right - x, top: top - y, bottom: bottom - y};
          }
        }
      ];
    }
  );
}

function plottedPoints(plot: HTMLElement): Target[] {
  return Array.from(plot.querySelectorAll("svg")).flatMap((svg) => {
    const points = plotted.get(svg);
    if (!points) return [];
    const ring = svgElement(svg.ownerDocument, "circle", {
      class: "panel-current",
      r: 6,
      fill: "none",
      visibility: "hidden"
    });
    svg.append(ring);
    const placeOf = placer(svg);
    return points.map(({x, y, words, act}): Target => ({
      words,
      act,
      mark(on) {
        ring.setAttribute("cx", String(x));
        ring.setAttribute("cy", String(y));
        ring.setAttribute("visibility", on ? "visible" : "hidden");
      },
      box(frame) {
        const {left, top, scale} = placeOf(frame);
        const [at, up] = [left + x * scale, top + y * scale];
        return {left: at - 3, right: at + 3, top: up - 3, bottom: up + 3};
      }
    }));
  });
}

/** Where a drawing lies in its frame; measured once a size, not once a point. */
function placer(svg: SVGSVGElement): (frame: DOMRect) => {left: number; top: number; scale: number} {
  let [known, place] = ["", {left: 0, top: 0, scale: 1}];
  return (frame) => {
    const size = `${frame.width} ${frame.height}`;
    if (known !== size) {
      const own = svg.getBoundingClientRect();
      const scale = own.width / Number(svg.getAttribute("width") ?? own.width) || 1;
      place = {left: own.left - frame.left, top: own.top - frame.top, scale};
      known = size;
    }
    return place;
  };
}

/** The figure's title; on a card, which has none of its own, the answer above it. */
function nameOf(plot: HTMLElement): string {
  const title =
    plot.closest("figure")?.querySelector(".figure-title") ?? plot.closest(".claim")?.querySelector(".claim-sentence");
  return title?.textContent?.trim() || "Drawing";
}
