import {parse, serialize} from "parse5";
import {expect, it} from "vitest";
import type {Mark} from "../../src/components/parts/mark.js";
import {asProse} from "../../loaders/site/asProse.js";
import {fillMarks} from "../../loaders/site/fillMarks.js";
import {type HeldMarks, holdMark, putMarks} from "../../loaders/site/heldMarks.js";

/** without types of its own */
const markdownModule: string = "../../node_modules/@observablehq/framework/dist/markdown.js";
const htmlModule: string = "../../node_modules/@observablehq/framework/dist/html.js";
const {createMarkdownIt} = (await import(markdownModule)) as {createMarkdownIt: () => {render: Render}};
const {rewriteHtml} = (await import(htmlModule)) as {rewriteHtml: (html: string, resolvers: object) => string};
type Render = (text: string, context: object) => string;

const markdownIt = createMarkdownIt();

/** As Framework's `resolveLink` does, of a page at the root. */
const resolveLink = (href: string): string => (/^(\w+:|#|\.\/)/.test(href) ? href : `./${href}`);

/** As Framework builds a page's body. */
const built = (markdown: string): string => rewriteHtml(markdownIt.render(markdown, {code: []}), {resolveLink});

const whole = (body: string): string => serialize(parse(`<!DOCTYPE html><body><main>${body}</main></body>`));

interface Held {
  readonly skeleton: string;
  readonly put: string;
  readonly title: string;
}

function held(page: string, marks: Readonly<Record<string, Mark>>): Held {
  const places: HeldMarks = new Map();
  const skeleton = fillMarks(page, marks, "page.md", {
    hold: (mark, name, place) => holdMark(places, mark, name, place)
  });
  const put = (html: string): string => putMarks(html, places, "page.html");
  return {skeleton, put: put(built(skeleton)), title: put(/^title: "(.*)"$/m.exec(skeleton)?.[1] ?? "")};
}

const page = `# @{title}

<p class="eyebrow">@{text}</p>

@{text}

Before @{text} and @{more}
and @{text}, *@{title}*.

- @{text}
- <code>@{text}</code>

| a | b |
| - | - |
| @{text} | @{more} |

@{strength}

@{figure}

@{short}

@{more}

[@{text}](./a.html) and [b](@{more})

\`\`\`html run=false
@{more}
\`\`\`

## Last of @{more}
`;

const texts = [
  '5 < 6 & 7 > 2, "so" it\'s $1 ${2}',
  "*a* _b_ `c` ~~d~~ [e](f) ![g](h) # i | j \\ k",
  "1. first",
  "https://example.org and a@b.org",
  "部門の利益率は、参加した年に高い。",
  " or withheld ",
  "a\n\nb  c",
  "",
  "<script>alert(1)</script>"
];

const figure = `<figure data-figure="">${"<p>Price: $1 &amp; ${2}</p>\n\n".repeat(60)}</figure>`;
const marksOf = (text: string, more: string): Record<string, Mark> => ({
  title: {text: "Departments earned more, by 2 %"},
  text: {text},
  more: {text: more},
  strength: {html: `<span class="strength">${text === "" ? "" : "<b>3</b> of 5"}</span>`},
  figure: {html: figure},
  short: {
    html:
      text === ""
        ? ""
        : '<h2 id="own">Own</h2>\n<p><a href="archive/a.html?b#c">in</a> <a href="https://example.org/">out</a></p>'
  }
});

it.each(texts)(
  "a page with what it holds put in its place is as Framework builds it with the words in it: %j",
  (text) => {
    for (const more of ["more", ""]) {
      const marks = marksOf(text, more);
      expect(whole(held(page, marks).put)).toBe(
        whole(
          built(fillMarks(page, {...marks, figure: {html: '<div data-held="x"></div>'}}, "page.md")).replace(
            '<div data-held="x"></div>',
            () => figure.replaceAll(/\n\s*\n/g, "\n")
          )
        )
      );
    }
  }
);

it("what Framework reads of a page is the same whatever its words within lines are", () => {
  const skeletons = new Set(texts.map((text) => held("@{text} @{more}\n\n- @{more}", marksOf(text, text)).skeleton));
  expect(skeletons.size).toBe(1);
  expect([...skeletons][0]).not.toMatch(/first|部門/);
});

it("a place that nothing is put into is told; words that look like one are words: they used to end a build", () => {
  const {put} = held("@{text}", {text: {text: "held0123456789abcdef"}});
  expect(put).toBe("<p>held0123456789abcdef</p>\n");
  expect(() => putMarks("<p>held0123456789abcdef</p>", new Map(), "page.html")).toThrow(
    "page.html: a text is not in its place: held0123456789abcdef"
  );
});

it("a heading has the name that its words make, as it always had", () => {
  const headings =
    "# @{title}\n\n## Who changed @{text}\n\n## @{text}\n\n## @{text}\n\nLast *@{title}*\n---\n\n##### @{text}\n\n## 確認\n\n## 確認\n\n## Own `code` -1\n";
  for (const text of ["RealNames' units: isn't 2 %", "部門の利益率", "## no #"]) {
    const marks = marksOf(text, text);
    const {skeleton, put} = held(headings, marks);
    expect(whole(put)).toBe(whole(built(fillMarks(headings, marks, "page.md"))));
    expect(skeleton).not.toContain("Departments");
  }
  const {put} = held(headings, marksOf("a", "b"));
  expect(put).toContain('<h1 id="departments-earned-more-by-2" tabindex="-1">');
  expect(put).toContain('<h2 id="last-departments-earned-more-by-2" tabindex="-1">');
});

it("a title is held, and what else is in a page's front matter is not; one that says nothing is left as it is", () => {
  const front = "---\ntitle: @{title}\nnav: @{text}\n---\n\n# A\n";
  const filled = held(front, {title: {text: 'A "B" & 2\u202f%'}, text: {text: "Nav"}});
  expect(filled.skeleton).toMatch(/^---\ntitle: "held[\da-f]{16}"\nnav: "Nav"\n---\n/);
  expect(filled.title).toBe("A &#34;B&#34; &#38; 2\u202f%");
  expect(held(front, {title: {text: ""}, text: {text: "Nav"}}).skeleton).toContain('title: ""\n');
});

it("asProse(markup, file) leads from where the page is, opens other sites beside it, and a heading leads to itself", () => {
  const prose = '<p><a href="../b.html#c">b</a><a href="#d">d</a><a href="https://e.org">e</a></p><h3 id="f">F</h3>';
  expect(asProse(prose, "findings/a.html")).toBe(
    '<p><a href="../b.html#c">b</a><a href="#d">d</a>' +
      '<a href="https://e.org" target="_blank" rel="noopener noreferrer">e</a></p>' +
      '<h3 id="f"><a class="observablehq-header-anchor" href="#f">F</a></h3>'
  );
  expect(asProse('<a href="b.html">b</a>', "a.html")).toBe('<a href="./b.html">b</a>');
});
