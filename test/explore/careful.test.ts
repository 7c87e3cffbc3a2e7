import {expect, it} from "vitest";
import {comparisonData} from "../../src/explore/comparisonData.js";
import {estimateComparison} from "../../src/explore/estimateComparison.js";
import {carefulEstimate} from "../../src/explore/careful.js";
import {exchangeOf} from "../../src/explore/exchangeOf.js";
import {grainsOf} from "../../src/explore/grainsOf.js";
import {parseComparison} from "../../src/explore/parseComparison.js";
import {sayEstimate, slopeWords} from "../../src/explore/words.js";
import {answer} from "../../src/explore/worker/answer.js";
import {releasedTables, study} from "./releasedFixture.js";

const grains = grainsOf(releasedTables(), study);
const [grain] = grains;

it("carefulEstimate(main, exchange) has one interval, one r and one p for sentence, panel and table", () => {
  const comparison = parseComparison("line=Solutions&control=teamwork", grains, study);
  const {main, data} = estimateComparison(comparison, grain!, {lenses: false});
  const exchange = exchangeOf(comparison, grain!, data)!;
  const careful = carefulEstimate(main, exchange);
  const [low, high] = careful.slopeInterval!;
  expect(low).toBe(Math.min(main.slopeInterval![0], exchange.interval![0]));
  expect(high).toBe(Math.max(main.slopeInterval![1], exchange.interval![1]));
  expect(careful.rInterval).toEqual([Math.max(-1, low * main.ratio), Math.min(1, high * main.ratio)]);
  expect(careful.p).toBe(Math.max(main.p!, exchange.p));
  expect(carefulEstimate(main, null)).toEqual(main);
  const printed = slopeWords(comparison, grain!, careful.slope, careful.slopeInterval).match(/[\d.]+/g)!;
  const {sentence, range} = sayEstimate(comparison, grain!, careful);
  for (const number of printed) expect(`${sentence} ${range}`).toContain(number);
});

it("answer(outside) has the exchange of the rows outside, so that both sides of a stretch are as careful", async () => {
  const comparison = parseComparison("xrange=0.2..0.6", grains, study);
  const {main, exchange} = await answer("outside", comparison, grain!);
  const {rows, chosen} = comparisonData(comparison, grain!);
  expect(main.n).toBe(rows.length - chosen.length);
  expect(exchange?.slope).toBeCloseTo(main.slope, 9);
});
