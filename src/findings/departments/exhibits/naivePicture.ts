import {scatter} from "../../../components/figures/scatter.js";

import {ifIdentified} from "../../../evidence/ifIdentified.js";
import {measureNamed} from "../../../evidence/measure.js";
import type {ReleasedTable} from "../../../released/table.js";
import {numbersOrNull} from "../../../released/table.js";
import {pearson} from "../../../stats/association/pearson.js";
import {ols} from "../../../stats/regression/ols.js";
import {figureOptions} from "../../../components/parts/figureOptions.js";
import type {Mark} from "../../../components/parts/mark.js";
import {htmlMark} from "../../../components/parts/mark.js";
import {exhibit} from "../../../components/parts/exhibit.js";
import type {FindingInput} from "../../findingPage.js";
import {columnFor, formatFor, yearColumn} from "../../../components/parts/measureColumn.js";
import {unitNames} from "./unitNames.js";
import * as figures from "../figures.en.js";

/** The article's own picture: the share put through so far against profit. */
export function naivePicture({rows}: ReleasedTable, input: FindingInput): Mark {
  const {context, document} = input;
  const [stock, profit] = [numbersOrNull(rows, "stock"), numbersOrNull(rows, "profit")];
  const pairs = stock.filter((value, row) => value !== null && profit[row] !== null).length;
  const r = ifIdentified(() => pearson(stock, profit).terms[0]);
  if (!r) return htmlMark(null);
  const [intercept, slope] = ols("y ~ x", {x: stock, y: profit}).terms;
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
        line: intercept && slope && {intercept: intercept.estimate, slope: slope.estimate},
        xFormat: formatFor(x),
        yFormat: formatFor(y),
        height: 280,
        ...figureOptions(input, "departments-naive", figures.naive.title(r.estimate), {
          subtitle: figures.naive.subtitle(pairs, one)
        })
      }
    )
  );
}
