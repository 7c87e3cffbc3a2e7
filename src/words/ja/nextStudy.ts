import type {NextStudy} from "../en/nextStudy.js";
import type {StudyWords} from "../en/words.js";
import {count, percent} from "./numbers.js";
import {withUnit} from "./units.js";

export function nextStudy(
  {years, outcome, difference, needed, atPresent, now, all, persons}: NextStudy,
  {unit, person, programme}: StudyWords
): string {
  const [number = "", size = ""] = difference.split(/ (.*)/);
  const early = `${unit.many}の半数を無作為に選び、残りより${years}年早く`;
  const draw = persons
    ? `新たに${programme}を始める場合は、${early}開始してください。`
    : `${early}${programme}を始めてください。`;
  const detect = `${count(needed)}${unit.many}あれば、${withUnit(number, sizeName(size))}の${outcome}の差を5回に4回の確率で検出できます。`;
  const found = persons ? `選ばれた${unit.one}のすべての${person.one}が参加する場合、${detect}` : detect;
  const present = atPresent
    ? `${atPresent.year}年度の参加率（${percent(atPresent.share)}）のままであれば、${count(atPresent.needed)}${unit.many}が必要です。`
    : "";
  return `${draw}${found}${present}${now.departments > now.units ? `ここでは小さい${unit.many}をまとめ、${count(now.departments)}${unit.many}を${count(now.units)}${unit.many}と数えています。` : all === undefined || all === now.units ? `現在は${count(now.units)}${unit.many}です。` : `ここにある${count(all)}${unit.many}のうち、比較できるのは${count(now.units)}です。`}`;
}

/** One of a unit is named as several are. */
const sizeName = (unit: string): string => (unit === "percentage point" ? "percentage points" : unit);

export const drawnAlready = ({programme, unit}: StudyWords): string =>
  `${programme}は無作為に割り当てられています。他の${unit.many}で改めて無作為に割り当てれば、効果が同じかどうかが分かります。`;

export function noNextStudy(
  compared: {readonly noun: string; readonly isAmount: boolean} | null,
  {unit}: Pick<StudyWords, "unit">
): string {
  if (!compared) return "計画に曝露の指定がないため、次の調査の規模を算出できません。";
  return compared.isAmount
    ? `規模を算出するのは、開始の順を抽選で決める調査のみです。${compared.noun}は${unit.many}により大きさが異なるため、規模は示しません。`
    : "行が少なすぎるか、違いが小さすぎるため、次の調査の規模を算出できません。";
}
