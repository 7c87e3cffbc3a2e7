import type {FigureOptions} from "../../../src/components/parts/figure.js";
import type {MarkInput} from "./markInput.js";

/** The frame of a figure in a page: drawn for a wide page and a narrow one, its source the study's released tables. */
export function figureOptions(
  {release, document}: Pick<MarkInput, "release" | "document">,
  id: string,
  title: string,
  more: FigureOptions = {}
): FigureOptions {
  return {id, title, source: `${release.study.title}, released tables`, width: [680, 288], document, ...more};
}
