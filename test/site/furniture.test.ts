import {parse, serialize} from "parse5";
import {describe, expect, it} from "vitest";
import {furnishPage} from "../../loaders/site/furniture/furnishPage.js";
import {linkTerms} from "../../loaders/site/furniture/linkTerms.js";
import {pageContents} from "../../loaders/site/furniture/pageContents.js";
import {searchEntries} from "../../loaders/site/furniture/searchEntries.js";
import {siteFooter} from "../../loaders/site/furniture/siteFooter.js";
import {siteHeader} from "../../loaders/site/furniture/siteHeader.js";
import {surroundPage} from "../../loaders/site/furniture/surroundPage.js";
import {citationFile, imprintOf} from "../../loaders/site/imprintOf.js";
import {groupOf} from "../../loaders/site/navigation.js";
import type {PageElement} from "../../loaders/site/pageTree.js";
import {elementsOf, textOf} from "../../loaders/site/pageTree.js";
import type {SiteFrame} from "../../loaders/site/siteFrame.js";
import {glossary} from "../../src/words/en/glossary.js";

const mainOf = (body: string): PageElement => {
  const main = [...elementsOf(parse(`<main>${body}</main>`))].find(({tagName}) => tagName === "main");
  if (!main) throw new Error("no main");
  return main;
};

const study = {
  name: "made",
  title: "Coaching & more",
  organisation: "A company",
  synthetic: true,
  published: "2026-11-28",
  nextRelease: "in May",
  contact: {name: "A. Person", email: "a@example.org"},
  licenses: [{name: "CC0-1.0", title: "Public domain"}]
};

const frame: SiteFrame = {
  title: study.title,
  synthetic: true,
  language: "en",
  foot: "",
  pages: [
    {address: "index.html", nav: "Report", group: "Report"},
    {address: "findings/a.html", nav: "A", group: "Findings"},
    {address: "findings/b.html", nav: "B", group: "Findings"}
  ],
  about: imprintOf(study, "abc"),
  fontRules: "",
  files: []
};

describe("siteHeader()", () => {
  it("puts pages of one group under it, marks the present one, and calls simulated data by their name", () => {
    const header = siteHeader(frame, "/findings/a");
    expect(header).toContain('<summary>Findings</summary><ul><li><a href="./a.html" aria-current="page">A</a>');
    expect(header).toContain('<a href="../index.html">Report</a>');
    expect(header).toContain("Coaching &#38; more");
    expect(header).toContain("simulated");
  });
});

describe("siteFooter()", () => {
  it("calls a page that is alone in its group as the header does", () => {
    const pages = [...frame.pages, {address: "robustness.html", nav: "Robustness", group: "Checks" as const}];
    const [header, footer] = [siteHeader({...frame, pages}, "/x"), siteFooter({...frame, pages}, "/findings/b")];
    expect(header).toContain('href="./robustness.html">Checks</a>');
    expect(footer).toContain("Checks</a>");
    expect(footer).not.toContain("Robustness");
  });

  it("leads to the pages before and after, and says how to cite the study", () => {
    const footer = siteFooter(frame, "/findings/a");
    expect(footer).toMatch(/rel="prev" href="\.\.\/index\.html".*rel="next" href="\.\/b\.html"/);
    expect(footer).toContain("28 November 2026");
    expect(footer).toContain('href="mailto:a@example.org"');
    expect(footer).toContain("A. Person (2026). Coaching &#38; more (simulated data). Data version abc.");
    expect(siteFooter(frame, "/index")).not.toContain('rel="prev"');
  });
});

it("siteFooter() names every licence; citationFile() none of several, which would be read as a choice", () => {
  const several = {
    ...study,
    licenses: [
      {name: "CC0-1.0", title: "Public domain"},
      {name: "GPL-2.0", title: "Copyleft"}
    ]
  };
  expect(siteFooter({...frame, about: imprintOf(several, "abc")}, "/index")).toContain("Public domain; Copyleft");
  expect(citationFile(several, "abc")).not.toContain("license");
});

it("citationFile() names title, author, version, date and a licence that is one of SPDX's", () => {
  expect(citationFile(study, "abc")).toContain(
    'authors:\n  - name: "A. Person"\nversion: "abc"\ndate-released: 2026-11-28\nlicense: CC0-1.0\n'
  );
  expect(citationFile({...study, licenses: [{name: "other-open"}]}, "abc")).not.toContain("license");
  expect(imprintOf(study, "abc").bibtex).toContain("title = {Coaching \\& more (simulated data)}");
});

it("groupOf() goes by the folder, or by the page's own word, and refuses another", () => {
  expect(groupOf("findings/x.html")).toBe("Findings");
  expect(groupOf("style.html", "Notebooks")).toBe("Notebooks");
  expect(() => groupOf("style.html", "Else")).toThrow("no such group of pages: Else");
});

describe("pageContents()", () => {
  it("lists the second headings, naming those without a name, and nothing where they are few", () => {
    const main = mainOf('<h2 id="a">One</h2><h2>Two &amp; three</h2><h2>One</h2><h2>One</h2>');
    const contents = pageContents(main);
    expect(contents && serialize(contents)).toContain('<a href="#two-three">Two &amp; three</a>');
    expect(serialize(main)).toContain('<h2 id="one-2">One</h2>');
    expect(pageContents(mainOf("<h2>One</h2><h2>Two</h2>"))).toBeNull();
  });
});

describe("linkTerms()", () => {
  const terms = [
    {id: "median", term: "Median", meaning: "The value in between.", forms: ["median", "medians"]},
    {id: "odds", term: "Odds", meaning: "A ratio."}
  ];
  it("leads from the first use of a term, never from a heading, a link or another word", () => {
    const main = mainOf("<h1>Median</h1><p>Comedians; <a>odds</a>; the medians and a median, at odds.</p>");
    linkTerms(main, terms, "../glossary.html");
    expect(serialize(main)).toBe(
      '<h1>Median</h1><p>Comedians; <a>odds</a>; the <a class="term" href="../glossary.html#median" ' +
        'data-meaning="The value in between.">medians</a> and a median, at <a class="term" ' +
        'href="../glossary.html#odds" data-meaning="A ratio.">odds</a>.</p>'
    );
    expect(textOf(main)).toBe("MedianComedians; odds; the medians and a median, at odds.");
  });
});

it("searchEntries() finds a page's title, sections and figures", () => {
  const main = mainOf('<h1>Title</h1><h2 id="s">Part</h2><figure id="f"><p class="figure-title">Drawn</p></figure>');
  expect(searchEntries(main, "a.html")).toEqual([
    {title: "Title", kind: "page", address: "a.html"},
    {title: "Part", kind: "section", address: "a.html#s", beside: "Title"},
    {title: "Drawn", kind: "figure", address: "a.html#f", beside: "Title"}
  ]);
});

describe("furnishPage()", () => {
  it("says on a page that draws what a reader chooses what it is without JavaScript, and on no other", () => {
    const furnished = (file: string): string => {
      const page = parse("<head></head><body><main><h1>A</h1><p>b</p></main></body>");
      furnishPage(page, {file, script: "x.js", glossary: false});
      return serialize(page);
    };
    expect(furnished("explore.html")).toContain("</h1><noscript>");
    expect(furnished("notebooks/live.html")).toContain('href="../data.html"');
    expect(furnished("index.html")).not.toContain("noscript");
  });
});

describe("glossary", () => {
  it("is in the order of the alphabet, every term with a name of its own", () => {
    const names = glossary.map(({term}) => term);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en")));
    expect(new Set(glossary.map(({id}) => id)).size).toBe(glossary.length);
  });
});

describe("surroundPage()", () => {
  const built =
    '<html>\n<head>\n<title>A</title>\n<script type="module">1</script>\n</head>\n<body>\n<div id="observablehq-center">\n' +
    '<main id="observablehq-main"><pre></main>\n</div></pre></main>\n</div>\n</body>\n</html>';

  it("puts head, header and footer where Framework's configuration would, leading to the fonts from where the page is", () => {
    const page = surroundPage(built, {...frame, fontRules: "src:url(@fonts/a.woff2)"}, "/findings/a");
    expect(page).toMatch(
      /<title>A<\/title>\n<link rel="icon"[^]*url\(\.\.\/fonts\/a\.woff2\)[^]*\n<script type="module">/
    );
    expect(page).toMatch(/center">\n<header id="observablehq-header">\n<a class="skip-link"[^]*\n<\/header>\n<main/);
    expect(page).toMatch(
      /<\/pre><\/main>\n<footer id="observablehq-footer">\n<div><nav[^]*<\/div>\n<\/footer>\n<\/div>\n<\/body>/
    );
  });

  it("refuses a page of another shape", () => {
    expect(() => surroundPage("<html></html>", frame, "/a")).toThrow("/a: no ");
  });
});
