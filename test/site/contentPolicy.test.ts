import {parse, serialize} from "parse5";
import {expect, it} from "vitest";
import {addPolicy} from "../../loaders/site/addPolicy.js";
import {contentPolicy} from "../../loaders/site/contentPolicy.js";

const page =
  '<!doctype html><html><head><title>t</title></head><body><script type="module">run()</script></body></html>';

it("contentPolicy(scripts) allows the site's own scripts and those in the page, by their hash, and no others", () => {
  const policy = contentPolicy(["run()"]);
  expect(policy).toContain("script-src 'self' 'sha256-");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*(unsafe|blob|\*|https?:)/);
});

it("addPolicy(page, file) lets notebooks evaluate, in threads that keep to the page's policy, and no other page", () => {
  const policyOf = (file: string): string => {
    const document = parse(page);
    addPolicy(document, file);
    const html = serialize(document);
    expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.indexOf("<title>"));
    return html;
  };
  expect(policyOf("notebooks/live.html")).toMatch(/script-src[^;]*'unsafe-eval'.*worker-src blob:;/);
  for (const file of ["index.html", "explore.html", "findings/departments.html", "notebooks.html"])
    expect(policyOf(file)).not.toContain("unsafe-eval");
});
