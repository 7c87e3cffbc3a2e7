import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {format} from "prettier";
import {afterAll, describe, expect, it} from "vitest";
import {drawSpecimen, states} from "../../src/specimens/specimen.js";
import {specimens} from "../../src/specimens/specimens.js";

const folder = "test/output";
const style = '<link rel="stylesheet" href="../../src/style/theme.css" />';
const {document} = new JSDOM("").window;
const changed: string[] = [];

afterAll(() => {
  if (changed.length > 0) console.warn(`changed drawings beside those kept: ${changed.join(", ")}`);
});

const drawings = specimens.flatMap((specimen) =>
  states
    .filter((state) => state !== "error" && state !== "empty")
    .flatMap((state) => {
      const options = {id: "figure", title: specimen.title, width: state === "normal" ? 680 : 288, document};
      const drawn = drawSpecimen(specimen, state, options);
      return drawn ? [{name: `${specimen.kind}-${state}`, drawn}] : [];
    })
);

describe("every kind of figure", () => {
  it.each(drawings)("$name is drawn as it was", async ({name, drawn}) => {
    const svgs = Array.from(drawn.querySelectorAll(".figure-plot svg"), (svg) => svg.outerHTML);
    const words = Array.from(drawn.querySelectorAll(".figure-empty, .figure-note"), ({textContent}) => textContent);
    expect(svgs.length + words.length).toBeGreaterThan(0);
    const picture = await format(
      `${style}<div>${svgs.join("\n")}${words.map((text) => `<p>${text}</p>`).join("")}</div>`,
      {
        parser: "html",
        printWidth: 120
      }
    );
    const [kept, now] = [join(folder, `${name}.html`), join(folder, `${name}-changed.html`)];
    rmSync(now, {force: true});
    if (!existsSync(kept)) {
      mkdirSync(folder, {recursive: true});
      writeFileSync(kept, picture);
      return;
    }
    const same = readFileSync(kept, "utf8") === picture;
    if (!same) {
      writeFileSync(now, picture);
      changed.push(now);
    }
    expect(same, `${name}: look at ${now}; if it is right, let it take the place of ${kept}`).toBe(true);
  });

  it.each(specimens)("$kind has a title, a description and the withheld in its table", (specimen) => {
    const drawn = drawSpecimen(specimen, specimen.loses ? "withheld" : "normal", {title: specimen.title, document});
    const svg = drawn?.querySelector(".figure-plot svg:not([aria-hidden])");
    expect(svg?.getAttribute("role")).toBe("img");
    const said = svg?.getAttribute("aria-label") ?? "";
    expect(said.startsWith(specimen.title.replace(/\.$/, "")), said).toBe(true);
    expect(said.length).toBeLessThanOrEqual(400);
    expect(said.endsWith("The table holds the rest.") || said.endsWith(endOf(drawn, 30)), said).toBe(true);
    expect(svg?.getAttribute("aria-label")).not.toMatch(/NaN|undefined|Infinity|null|object/);
    expect(drawn?.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
    expect(drawn?.querySelector(".figure-data .suppressed")?.textContent ?? null).toBe(
      specimen.loses ? "fewer than 10" : null
    );
  });

  it.each(specimens)("$kind without rows says so, and with the wrong columns names the missing one", (specimen) => {
    expect(drawSpecimen(specimen, "empty", {title: "Empty", document})?.querySelector(".figure-empty")).not.toBeNull();
    expect(drawSpecimen(specimen, "error", {title: "Wrong", document})?.textContent).toMatch(
      /could not be drawn: missing column: \w+; the rows have unrelated/
    );
  });

  it("has ids of its own: no two elements of the drawings share one", () => {
    const drawn = specimens.flatMap((specimen) => {
      const node = drawSpecimen(specimen, "normal", {
        title: specimen.title,
        id: specimen.kind,
        width: [680, 288],
        document
      });
      return node ? [node] : [];
    });
    const ids = drawn.flatMap((node) => [node.id, ...Array.from(node.querySelectorAll("[id]"), ({id}) => id)]);
    expect(ids.length).toBe(new Set(ids).size);
  });
});

describe("what is withheld", () => {
  it("bandPlot, eventStudy and series draw nothing across a period that is withheld", () => {
    for (const kind of ["band", "event", "series"]) {
      const specimen = specimens.find((one) => one.kind === kind);
      const drawn = specimen && drawSpecimen(specimen, "withheld", {title: kind, document});
      const paths = Array.from(
        drawn?.querySelectorAll(".figure-plot path[d]") ?? [],
        (path) => path.getAttribute("d") ?? ""
      );
      expect(
        paths.some((path) => path.split("M").length > 2),
        kind
      ).toBe(true);
    }
  });
});

/** The last characters of the description that a reader opens, which what is spoken ends with. */
function endOf(drawn: Element | null | undefined, characters: number): string {
  return (drawn?.querySelector(".figure-data p")?.textContent ?? "").slice(-characters);
}
