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
): ExposurePhrases {
  const named = units.many;
  switch (kind) {
    case "share": {
      const noun = completed ? "修了率" : "参加率";
      const who = `${completed ? "修了" : "参加"}した${person.many}`;
      return {
        ...rising({noun, more: `${plain(100 * step)}ポイント`, great: "高", units: named}),
        inYears: `${who}が多い年度ほど`
      };
    }
    case "sessions": {
      const noun = `${person.one}1人あたりの出席回数`;
      const more = unit === "programmes" ? "全課程分" : `${plain(step, "always")}回`;
      return {...rising({noun, more, great: "多", units: named}), inYears: `${person.many}の出席回数が多い年度ほど`};
    }
    case "money": {
      const more = stepSaid ?? `${plain(step, "always")}${unitName(unit)}`;
      return {...rising({noun: one, more, great: "多", units: named}), asRose: `${one}が多い年度に`};
    }
    case "amount": {
      const more = stepSaid ?? `${plain(step, "always")}${unitName(unit)}`;
      return {
        ...rising({noun: one, more, great: "高", units: named}),
        asRose: `${one}が高い年度に`,
        ownReasons: either(`${named}では、他のことも変わった年度に${one}が変わった可能性`)
      };
    }
    case "yes or no":
      return {
        ...present(one, "あった", named),
        ...(against !== undefined && {perStep: `${one}がある場合に（${against}と比べて）`}),
        ownReasons: about((heading) => `業績が${heading}つつあった${named}ほど、${one}の対象となりやすかった可能性`)
      };
    case "law":
      return {
        ...present(one, "施行されていた", named),
        ownReasons: either(`${named}では、他のことも変わった年度に${one}が施行された可能性`)
      };
  }
}

const about = (may: (heading: string) => string): ExposurePhrases["ownReasons"] => ({
  better: may("上向き"),
  worse: may("下向き")
});

const either = (may: string): ExposurePhrases["ownReasons"] => ({better: may, worse: may});

interface Rising {
  readonly noun: string;
  /** the step: "10ポイント" */
  readonly more: string;
  /** the stem of what it is where there is more: 高 of a rate or a price, 多 of what is counted */
  readonly great: "高" | "多";
  readonly units: string;
}

/** Of what there is more or less of. */
function rising({noun, more, great, units}: Rising): ExposurePhrases {
  return {
    inYears: `${noun}が${great}い年度ほど`,
    perStep: `${noun}が${more}${great}いごとに`,
    step: `${noun}${more}あたり`,
    unitsWithMore: `${noun}が${great}い${units}`,
    noun,
    asRose: `${noun}の${great === "高" ? "上昇" : "増加"}とともに`,
    ownReasons: about((heading) => `業績が${heading}つつあった${units}ほど、${noun}が${great}くなりやすかった可能性`)
  };
}

/** Of what is there or not. */
function present(one: string, was: string, units: string): Omit<ExposurePhrases, "ownReasons"> {
  return {
    inYears: `${one}が${was}年度は他の年度より`,
    perStep: `${one}がある場合に`,
    step: `${one}の有無による差`,
    unitsWithMore: `${one}がある${units}`,
    noun: one,
    asRose: `${one}がある場合に`
  };
}

export const unitsWithMore = (phrases: ExposurePhrases): string => phrases.unitsWithMore;
