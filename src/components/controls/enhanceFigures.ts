import {addTips} from "./addTips.js";
import {bringIn, tableOf} from "./bringIn.js";
import {element} from "../parts/element.js";
import {standaloneSvg} from "../parts/standaloneSvg.js";
import {tableCsv} from "../parts/tableCsv.js";
import {say} from "../../words/say.js";

/** Brings the figures of a page to life: their downloads, a tip for each mark, a stretch to choose where there is one. */
export function enhanceFigures(root: ParentNode = globalThis.document): void {
  for (const figure of root.querySelectorAll<HTMLElement>("[data-figure]:not([data-enhanced])")) {
    figure.dataset.enhanced = "";
    const live = element(figure.ownerDocument, "p", {class: "visually-hidden", "aria-live": "polite"});
    figure.append(live);
    const tell = (text: string): void => {
      live.textContent = text;
    };
    for (const button of figure.querySelectorAll<HTMLButtonElement>("[data-action]"))
      button.addEventListener("click", () => {
        act(figure, button.dataset.action ?? "").then(tell, (error: unknown) =>
          tell(say("Not saved: {0}", String(error)))
        );
      });
    for (const plot of figure.querySelectorAll<HTMLElement>(".figure-plot")) {
      if (plot.querySelector("a[data-apart]"))
        whenShown(plot, () => bringIn(plot).then(() => addTips(plot, tell), ignore));
      else addTips(plot, tell);
    }
    figure.querySelector(".figure-data")?.addEventListener("toggle", () => void tableOf(figure).catch(ignore));
    if (figure.querySelector("[data-brush-x]"))
      whenNear(figure, () => void import("./addBrush.js").then(({addBrush}) => addBrush(figure, tell)));
  }
  for (const ladder of root.querySelectorAll<HTMLElement>(".strength")) letDismiss(ladder);
}

/** Once the figure is on the screen or a screen's height from it. */
function whenNear(figure: HTMLElement, then: () => void): void {
  if (!("IntersectionObserver" in globalThis)) return then();
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({isIntersecting}) => isIntersecting)) return;
      watch.disconnect();
      then();
    },
    {rootMargin: "100% 0px"}
  );
  watch.observe(figure);
}

/** Once a drawing is shown, which depends on the width of its figure, and near. */
function whenShown(plot: HTMLElement, then: () => void): void {
  const figure = plot.closest<HTMLElement>("[data-figure]");
  if (!figure || !("ResizeObserver" in globalThis)) return;
  whenNear(figure, () => {
    const watch = new ResizeObserver(() => {
      if (getComputedStyle(plot).display === "none") return;
      watch.disconnect();
      then();
    });
    watch.observe(figure);
  });
}

/** The link to what was not fetched stays. */
const ignore = (): void => undefined;

/** Escape closes what a ladder says of itself, until it is pointed at or reached again. */
function letDismiss(ladder: HTMLElement): void {
  ladder.ownerDocument.addEventListener("keydown", ({key}) => {
    if (key === "Escape") ladder.dataset.dismissed = "";
  });
  for (const event of ["pointerleave", "blur"]) ladder.addEventListener(event, () => delete ladder.dataset.dismissed);
}

async function act(figure: HTMLElement, action: string): Promise<string> {
  const document = figure.ownerDocument;
  const title = figure.querySelector(".figure-title")?.textContent ?? "";
  if (action === "link") {
    const address = new URL(`#${figure.id}`, document.location.href).href;
    await navigator.clipboard.writeText(address);
    return say("The link is copied.");
  }
  if (action === "csv") {
    const table = await tableOf(figure);
    if (!table) throw new RangeError(`no table in figure: ${figure.id}`);
    const words = figure.querySelectorAll(".figure-subtitle, .figure-chosen, .figure-note, .figure-source");
    const csv = tableCsv(table, {title, notes: Array.from(words, (node) => node.textContent)});
    save(document, new Blob([csv], {type: "text/csv"}), `${figure.id}.csv`);
    return say("The data are saved as CSV.");
  }
  const shown = [...figure.querySelectorAll<HTMLElement>(".figure-plot")].find((plot) => plot.offsetWidth > 0);
  if (!shown) throw new RangeError(`no drawing in figure: ${figure.id}`);
  const svg = standaloneSvg(shown, {
    title,
    subtitle: figure.querySelector(".figure-subtitle")?.textContent,
    notes: Array.from(figure.querySelectorAll(".figure-note, .figure-source"), (node) => node.textContent)
  });
  const {withFonts} = await import("../parts/withFonts.js");
  await withFonts(svg, document);
  const drawing = new Blob([new XMLSerializer().serializeToString(svg)], {type: "image/svg+xml"});
  if (action === "svg") save(document, drawing, `${figure.id}.svg`);
  else save(document, await pictureOf(document, drawing), `${figure.id}.png`);
  return say("The figure is saved as {0}.", action.toUpperCase());
}

async function pictureOf(document: Document, drawing: Blob): Promise<Blob> {
  const image = document.createElement("img");
  const address = URL.createObjectURL(drawing);
  try {
    image.src = address;
    await image.decode();
    const {naturalWidth, naturalHeight} = image;
    const canvas = element(document, "canvas", {width: 2 * naturalWidth, height: 2 * naturalHeight});
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
