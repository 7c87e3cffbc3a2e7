import {expect, it} from "vitest";
import {compactDrawings} from "../../loaders/site/compactDrawings.js";

const drawn = (inside: string): string => `<svg width="10.25" viewBox="0 0 10 10">${inside}</svg>`;
const compact = (inside: string): string => compactDrawings(drawn(inside)).slice(drawn("").length - 7, -6);

it.each([
  ["places to a tenth", '<circle cx="1.25" cy="-0.04" r="2.5"></circle>', '<circle cx="1.3" cy="0" r="2.5"></circle>'],
  ["a path", '<path d="M1.234,5.678L-9,1e-7"></path>', '<path d="M1.2,5.7L-9,0"></path>'.replace(",0", ",1e-7")],
  [
    "no ems, no turns, no words",
    '<text y="0.32em" x="1.26" transform="rotate(-1.25)">cx="1.25"</text>',
    '<text y="0.32em" x="1.3" transform="rotate(-1.25)">cx="1.25"</text>'
  ],
  [
    "no place that a value is read off",
    '<circle cx="1.25" data-row="1"></circle>',
    '<circle cx="1.25" data-row="1"></circle>'
  ]
])("compactDrawings(html) rounds %s", (_, before, after) => {
  expect(compact(before)).toBe(after);
});

const square = (x: number, fill: string): string =>
  `<path transform="translate(${x}.04,2)" d="M-1.5,-1.5h3v3h-3Z" fill="${fill}"></path>`;
const line = (x: number): string => `<path d="M${x},0L${x},9" stroke="red"></path>`;

it("compactDrawings(html) draws neighbours that are alike by one path, up to the next that is not", () => {
  expect(compact(`<g>${square(2, "red")}${square(4, "red")}${square(6, "blue")}</g>`)).toBe(
    '<g><path d="M0.5,0.5h3v3h-3ZM2.5,0.5h3v3h-3Z" fill="red"></path><path d="M4.5,0.5h3v3h-3Z" fill="blue"></path></g>'
  );
  expect(compact(`<g>${line(1)}${line(2)}</g>`)).toBe('<g><path d="M1,0L1,9M2,0L2,9" stroke="red"></path></g>');
});

it.each([
  ["marks that are translucent", `<g stroke-opacity="0.5">${line(1)}${line(2)}</g>`],
  [
    "marks with words of their own",
    `<g><path d="M1,0L1,9"><title>a</title></path><path d="M2,0L2,9"><title>b</title></path></g>`
  ],
  ["marks that something is known of", `<g>${line(1).replace(" stroke", ' data-row="1" stroke')}${line(2)}</g>`],
  ["curves", '<g><path d="M0,0C1,1,2,2,3,3" fill="red"></path><path d="M0,0C1,1,2,2,3,4" fill="red"></path></g>']
])("compactDrawings(html) leaves %s apart", (_, inside) => {
  expect(compact(inside)).toBe(inside);
});

it("compactDrawings(html) takes a path that ends in itself as one without content: such paths used to stay apart", () => {
  const closed = square(2, "red").replace("></path>", " />");
  expect(compact(`<g>${closed}${closed}</g>`)).toBe(compact(`<g>${square(2, "red")}${square(2, "red")}</g>`));
});

it("compactDrawings(html) leaves what is no drawing alone", () => {
  const code = '<pre>&lt;circle cx="1.25"&gt; cx="1.25"</pre><p style="width:1.25px" width="1.25"></p>';
  expect(compactDrawings(code)).toBe(code);
});
