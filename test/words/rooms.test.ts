import {readdirSync, readFileSync} from "node:fs";
import {afterEach, describe, expect, it} from "vitest";
import {readStudy} from "../../loaders/study/readStudy.js";
import {phrases} from "../../src/words/ja/phrases.js";
import {named, nameStudy, speak, speaking} from "../../src/words/language.js";
import {amount, list, percent} from "../../src/words/numbers.js";
import {say} from "../../src/words/say.js";
import {everyRoom, type RoomName} from "./everyRoom.js";
import {tinyStudy} from "../ingest/tinyStudy.js";
import {said} from "./said.js";

afterEach(() => {
  speak("en");
  nameStudy();
});

type Say = (...data: unknown[]) => unknown;

/** The room with its functions as they are, and the names of those that were called. */
function heard<T extends object>(room: T, called: Set<string>, path = ""): T {
  return Object.fromEntries(
    Object.entries(room).map(([name, one]) => {
      const at = `${path}${name}`;
      if (typeof one === "function") return [name, (...data: unknown[]) => (called.add(at), (one as Say)(...data))];
      return [
        name,
        typeof one === "object" && one !== null && !Array.isArray(one) ? heard(one as object, called, `${at}.`) : one
      ];
    })
  ) as T;
}

function functionsOf(room: object, path = ""): string[] {
  return Object.entries(room).flatMap(([name, one]) =>
    typeof one === "function"
      ? [`${path}${name}`]
      : typeof one === "object" && one !== null
        ? functionsOf(one as object, `${path}${name}.`)
        : []
  );
}

const textsOf = (value: unknown): string[] =>
  typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [String(value)];

describe.each(Object.keys(everyRoom) as RoomName[])("the room %s", (name) => {
  it.each(["en", "ja"] as const)("says something whole of whatever it is asked, in %s", (language) => {
    speak(language);
    const called = new Set<string>();
    const rooms = everyRoom[name];
    const tell = said[name] as (room: object) => unknown;
    const texts = textsOf([tell(heard(rooms[language], called)), heard(rooms[language], called)]);
    expect(functionsOf(rooms.en).filter((one) => !called.has(one))).toEqual([]);
    expect(texts.filter((text) => /undefined|NaN|\[object/.test(text))).toEqual([]);
    expect(language === "en" ? [] : texts.filter((text) => /([A-Za-z]+[ ,]+){3}[A-Za-z]+/.test(text))).toEqual([]);
  });
});

describe("the language in force", () => {
  it("decides what a room says when it is asked, not when it was taken", () => {
    expect([list(["a", "b", "c"]), percent(0.41), amount(3.1e6, "yen")]).toEqual([
      "a, b and c",
      "41\u202f%",
      "3.1 million\u00a0yen"
    ]);
    expect([amount(9_500, "dollars"), amount(250_000, "dollars"), amount(-999_999, "dollars")]).toEqual([
      "9500\u202fdollars",
      "250,000\u202fdollars",
      "\u2212999,999\u202fdollars"
    ]);
    speak("ja");
    expect([list(["a", "b", "c"]), percent(0.41), amount(3.1e6, "yen")]).toEqual(["a、b、c", "41%", "310万円"]);
    expect([amount(2.2e9, "yen"), amount(2.5e7, "yen"), amount(85_000, "yen")]).toEqual([
      "22億円",
      "2,500万円",
      "85,000円"
    ]);
    expect(say("{0} to {1}", "0.1", "0.2")).toBe("0.1〜0.2");
    expect(speaking("en", () => say("{0} to {1}", "1", "2"))).toBe("1 to 2");
  });

  it("names what the study names, and several at once", () => {
    nameStudy({names: {ja: {Sales: "営業部", Systems: "システム部"}}});
    expect(named("Sales")).toBe("Sales");
    speak("ja");
    expect([named("Sales"), named("Sales and Systems"), named("Sales and Else")]).toEqual([
      "営業部",
      "営業部・システム部",
      "Sales and Else"
    ]);
  });

  it("has every place of a phrase in both languages", () => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\d\}/g))].toSorted();
    const lost = Object.entries(phrases).filter(([en, ja]) => places(ja).some((place) => !places(en).includes(place)));
    expect(lost).toEqual([]);
    expect(Object.values(phrases).filter((ja) => /([A-Za-z]+[ ,]+){3}[A-Za-z]+/.test(ja))).toEqual([]);
  });

  it("is one that is known, or the study is refused by its name", async () => {
    const {folder} = await tinyStudy({study: {language: "jp"}});
    await expect(readStudy(folder)).rejects.toThrow(/study\.language.*en.*ja/s);
  });

  it("has a page for the report and each finding with the English page's marks", () => {
    const marksOf = (file: string): string[] =>
      [...new Set(readFileSync(file, "utf8").match(/@\{[\w.]+\}/g))].toSorted();
    const rooms = readdirSync("src/findings", {withFileTypes: true}).flatMap((entry) =>
      entry.isDirectory() ? [`src/findings/${entry.name}/page`] : []
    );
    for (const page of ["src/index", "src/glossary", ...rooms])
      expect(marksOf(`${page}.ja.md`), page).toEqual(marksOf(`${page}.md`));
  });
});
