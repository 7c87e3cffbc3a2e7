/** Writes what is measured of a built site beside the tests' other output: `npx tsx test/site/tables.ts DIST`. */
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {avoidedWords} from "./avoidedWords.js";
import {pageText} from "./pageText.js";
import {readability} from "./readability.js";
import {readPages} from "./readPages.js";

const [, , dist = "dist"] = process.argv;
const place = "test/output/text";

mkdirSync(place, {recursive: true});
const rows = readPages.map((address) => {
  const texts = pageText(readFileSync(`${dist}/${address}.html`, "utf8"));
  writeFileSync(`${place}/${address.replaceAll("/", "-")}.txt`, `${texts.join("\n")}\n`);
  const {sentences, words, median, most, grade} = readability(texts);
  const left = avoidedWords.filter(([pattern]) => texts.some((text) => pattern.test(text))).length;
  return `| ${[address, sentences, words, median, most, grade.toFixed(1), left].join(" | ")} |`;
});
const head = "| Page | Sentences | Words | Median sentence | Longest | Flesch-Kincaid grade | Words of VOICE's list |";
writeFileSync("test/output/reading.md", `${[head, head.replaceAll(/[^|]+/g, " --- "), ...rows].join("\n")}\n`);
