import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";

const theme = readFileSync("src/style/theme.css", "utf8");
const dark = /@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(theme)?.[1] ?? "";
const light = /:root \{([^}]*)\}/.exec(theme)?.[1] ?? "";
const themes = [
  {name: "light", tokens: tokensOf(light)},
  {name: "dark", tokens: new Map([...tokensOf(light), ...tokensOf(dark)])}
];

describe.each(themes)("the $name theme", ({tokens}) => {
  const contrast = (one: string, other: string): number => {
    const [a, b] = [luminance(tokens.get(one)), luminance(tokens.get(other))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };

  it.each(["ink", "ink-soft", "participation", "outcome", "reference", "control", "emphasis"])(
    "%s is legible as text on paper, 4.5 to 1",
    (token) => expect(contrast(token, "paper")).toBeGreaterThanOrEqual(4.5)
  );

  it.each(["ink", "ink-soft"])("%s is legible on raised paper", (token) =>
    expect(contrast(token, "paper-raised")).toBeGreaterThanOrEqual(4.5)
  );

  it.each(["edge", "focus"])("%s is seen as a mark on paper, 3 to 1", (token) =>
    expect(contrast(token, "paper")).toBeGreaterThanOrEqual(3)
  );

  it("the number in a tile or a bar is legible on each step of both scales", () => {
    for (const [scale, steps] of [
      ["sequential", 7],
      ["diverging", 5]
    ] as const)
      for (let step = 1; step <= steps; step++)
        expect(contrast(`${scale}-${step}-text`, `${scale}-${step}`), `${scale} ${step}`).toBeGreaterThanOrEqual(4.5);
  });

  it("the sequential scale goes one way in lightness", () => {
    const steps = Array.from({length: 7}, (_, i) => luminance(tokens.get(`sequential-${i + 1}`)));
    const turns = steps.slice(1).map((value, i) => Math.sign(value - (steps[i] ?? 0)));
    expect(new Set(turns).size).toBe(1);
  });
});

function tokensOf(rules: string): Map<string, string> {
  return new Map(
    Array.from(rules.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g), ([, name = "", value = ""]) => [name, value])
  );
}

function luminance(colour = ""): number {
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new RangeError(`no such token: ${colour}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
