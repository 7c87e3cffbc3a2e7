import type {Exposure, ExposurePhrases} from "../en/exposure.js";
import type {StudyWords} from "../en/words.js";
import {plain} from "./numbers.js";
import {unitName} from "./units.js";

export {exposureKinds} from "../en/exposure.js";

export function exposurePhrases(exposure: Exposure, study: StudyWords): ExposurePhrases {
  const phrases = phrasesOf(exposure, study);
  return exposure.lagged ? {...phrases, inYears: phrases.inYears.replace("年度", "年度の翌年度")} : phrases;
}

function phrasesOf(
  {kind, one, step, unit = "", stepSaid, against, completed = false}: Exposure,
  {unit: units, person}: StudyWords
) {
  switch (kind) {
    case "share":
      return completed
        ? rising(`修了した${person.many}`, "修了率", `${plain(100 * step)}ポイント`, units.many)
        : rising(`参加した${person.many}`, "参加率", `${plain(100 * step)}ポイント`, units.many);
    case "sessions":
      return rising(
        `${person.many}の出席回数`,
        `${person.one}1人あたりの出席回数`,
        unit === "programmes" ? "全課程分" : `${plain(step, "always")}回`,
        units.many
      );
    case "money":
    case "amount":
      return {
        ...rising(one, one, stepSaid ?? `${plain(step, "always")}${unitName(unit)}`, units.many),
        asRose: `${one}が高い年度に`
      };
    case "yes or no":
    case "law":
      return {
        ...present(one, kind === "law" ? "施行されていた" : "あった", units.many),
        ...(against !== undefined && {perStep: `${one}がある場合に（${against}と比べて）`})
      };
  }
}

const about = (may: (heading: string) => string): ExposurePhrases["ownReasons"] => ({
  better: may("上向き"),
  worse: may("下向き")
});

/** Of what there is more or less of. */
function rising(what: string, noun: string, more: string, units: string): ExposurePhrases {
  return {
    inYears: `${what}が多い年度ほど`,
    perStep: `${noun}が${more}高いごとに`,
    step: `${noun}${more}あたり`,
    unitsWithMore: `${noun}が高い${units}`,
    noun,
    asRose: `${noun}の上昇とともに`,
    ownReasons: about((heading) => `業績が${heading}つつあった${units}ほど、${noun}が高くなりやすかった可能性`)
  };
}

/** Of what is there or not. */
function present(one: string, was: string, units: string): ExposurePhrases {
  return {
    inYears: `${one}が${was}年度は他の年度より`,
    perStep: `${one}がある場合に`,
    step: `${one}の有無による差`,
    unitsWithMore: `${one}がある${units}`,
    noun: one,
    asRose: `${one}がある場合に`,
    ownReasons: about((heading) => `業績が${heading}つつあった${units}ほど、${one}を得やすかった可能性`)
  };
}

export const unitsWithMore = (phrases: ExposurePhrases): string => phrases.unitsWithMore;
