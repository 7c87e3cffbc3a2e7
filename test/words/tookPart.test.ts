import {expect, it} from "vitest";
import {tookPart} from "../../src/words/en/reportWords.js";

const study = {unit: {one: "ward", many: "wards"}, person: {one: "nurse", many: "nurses"}, programme: "mentoring"};

it("tookPart.title() says the bands at the ends: their middle used to be told as what a ward had", () => {
  const [low, high] = [0.05, 0.95].map((value) => ({value, step: 0.1}));
  expect(tookPart.title(low!, high!, 2024, study)).toBe(
    "In 2024, from under 10\u202f% to over 90\u202f% of eligible nurses took part, by ward"
  );
  expect(tookPart.title({value: 0.35, step: 0.1}, {value: 0.625, step: 0.25}, 2024, study)).toContain(
    "from about 35\u202f% to about 63\u202f%"
  );
  expect(tookPart.title({value: 0, step: 0.1}, {value: 0.5, step: 0}, 2024, study)).toContain(
    "from 0\u202f% to 50\u202f%"
  );
  expect(tookPart.title(low!, low!, 2024, study)).toContain("took part in every ward");
});
