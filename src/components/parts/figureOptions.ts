import type {FigureOptions} from "./figure.js";

/** The frame of a figure in a page: drawn for a wide page and a narrow one, with the source that the page names. */
export function figureOptions(
  {source, document}: {readonly source: string; readonly document: Document},
  id: string,
  title: string,
  more: FigureOptions = {}
): FigureOptions {
  return {id, title, source, width: [680, 288], document, ...more};
}
