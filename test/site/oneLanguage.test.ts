import {build} from "esbuild";
import {expect, it} from "vitest";
import {oneLanguage} from "../../loaders/site/oneLanguage.js";

const said = async (plugins: Parameters<typeof build>[0]["plugins"]): Promise<string> => {
  const {outputFiles} = await build({
    stdin: {contents: `export {checkAnswers} from "./src/words/checkWords.ts";`, resolveDir: process.cwd()},
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    plugins
  });
  return outputFiles[0]?.text ?? "";
};
const japanese = /[\u3040-\u30ff]/;

it("oneLanguage(language) leaves no Japanese in what an English site's readers load, and what is left runs", async () => {
  expect(await said([])).toMatch(japanese);
  expect(await said([oneLanguage("ja")])).toMatch(japanese);
  const english = await said([oneLanguage("en")]);
  expect(english).not.toMatch(japanese);
  const module = (await import(`data:text/javascript,${encodeURIComponent(english)}`)) as {
    checkAnswers: {answered: string};
  };
  expect(module.checkAnswers.answered).toBe("Yes");
});
