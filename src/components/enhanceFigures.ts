import {element} from "./element.js";
import {standaloneSvg} from "./standaloneSvg.js";
import {tableCsv} from "./tableCsv.js";

/** Brings the figures of a page to life: their downloads, and a tip for each mark by pointer and by keyboard. */
export function enhanceFigures(root: ParentNode = globalThis.document): void {
  for (const figure of root.querySelectorAll<HTMLElement>("[data-figure]:not([data-enhanced])")) {
    figure.dataset.enhanced = "";
    const live = element(figure.ownerDocument, "p", {class: "visually-hidden", "aria-live": "polite"});
    figure.append(live);
    const say = (text: string): void => {
      live.textContent = text;
    };
    for (const button of figure.querySelectorAll<HTMLButtonElement>("[data-action]"))
      button.addEventListener("click", () => {
        act(figure, button.dataset.action ?? "").then(say, (error: unknown) => say(`Not saved: ${String(error)}`));
      });
    for (const plot of figure.querySelectorAll<HTMLElement>(".figure-plot")) addTips(plot, say);
  }
}

async function act(figure: HTMLElement, action: string): Promise<string> {
  const document = figure.ownerDocument;
  const title = figure.querySelector(".figure-title")?.textContent ?? "";
  if (action === "link") {
    const address = new URL(`#${figure.id}`, document.location.href).href;
    await navigator.clipboard.writeText(address);
    return "The link is copied.";
  }
  if (action === "csv") {
    const table = figure.querySelector<HTMLTableElement>(".figure-data table");
    if (!table) throw new RangeError(`no table in figure: ${figure.id}`);
    const words = figure.querySelectorAll(".figure-subtitle, .figure-note, .figure-source");
    const csv = tableCsv(table, {title, notes: Array.from(words, (node) => node.textContent)});
    save(document, new Blob([csv], {type: "text/csv"}), `${figure.id}.csv`);
    return "The data are saved as CSV.";
  }
  const shown = [...figure.querySelectorAll<HTMLElement>(".figure-plot")].find((plot) => plot.offsetWidth > 0);
  if (!shown) throw new RangeError(`no drawing in figure: ${figure.id}`);
  const svg = standaloneSvg(shown, {title});
  const drawing = new Blob([new XMLSerializer().serializeToString(svg)], {type: "image/svg+xml"});
  if (action === "svg") save(document, drawing, `${figure.id}.svg`);
  else save(document, await pictureOf(document, drawing, shown), `${figure.id}.png`);
  return `The figure is saved as ${action.toUpperCase()}.`;
}

async function pictureOf(document: Document, drawing: Blob, {offsetWidth, offsetHeight}: HTMLElement): Promise<Blob> {
  const image = document.createElement("img");
  const address = URL.createObjectURL(drawing);
  try {
    image.src = address;
    await image.decode();
    const canvas = element(document, "canvas", {width: 2 * offsetWidth, height: 2 * offsetHeight});
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((picture) => (picture ? resolve(picture) : reject(new Error("the browser made no picture"))));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(document: Document, file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  element(document, "a", {href, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function addTips(plot: HTMLElement, say: (text: string) => void): void {
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
  const steps: Readonly<Record<string, number>> = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1};
  plot.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    if (event.key === "Escape") hide();
    if (step === undefined) return;
    event.preventDefault();
    show(current < 0 && step < 0 ? marks.length - 1 : current + step);
    say(tip.textContent);
  });
  plot.ownerDocument.addEventListener("keydown", ({key}) => {
    if (key === "Escape") hide();
  });
  plot.addEventListener("pointerover", ({target}) => {
    const index = marks.findIndex((mark) => mark === target);
    if (index >= 0) show(index);
  });
  plot.addEventListener("pointerleave", hide);
  plot.addEventListener("blur", hide);
}
