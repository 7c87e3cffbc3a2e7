import {scatter} from "../../../components/figures/scatter.js";

import {measureNamed} from "../../../evidence/measure.js";
import type {ReleasedTable} from "../../../released/table.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {columnFor, formatFor, yearColumn} from "../../../components/parts/measureColumn.js";
import {unitNames} from "./unitNames.js";
import type {DepartmentsDerived} from "../derive.js";
import {figures} from "../figures.js";

/** The article's own picture: the share put through so far against profit. */
export function naivePicture({rows}: ReleasedTable, input: FindingInput<DepartmentsDerived>): Mark {
  const {context, document} = input;
  const {naive} = input.derived;
  if (!naive) return htmlMark(null);
  const {intercept, slope} = naive;
  const [x, y] = [measureNamed(context.measures, "stock"), measureNamed(context.measures, "profit")];
  const {one, many} = context.unit;
  return exhibit(
    document,
    {
      text: figures.naive.text(one, many, context.person.many)
    },
    scatter(
      rows,
      {x: columnFor(x), y: columnFor(y)},
      {
        unit: unitNames(context),
        order: yearColumn,
        line: {intercept, slope},
        xFormat: formatFor(x),
        yFormat: formatFor(y),
        height: 280,
        ...figureOptions(input, "departments-naive", figures.naive.title(naive.r), {
          subtitle: figures.naive.subtitle(naive.pairs, one)
        })
      }
    )
  );
}
