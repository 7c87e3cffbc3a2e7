import type {Impossible} from "../en/impossible.js";
import type {StudyWords} from "../en/words.js";

export function impossibleReason(why: Impossible, {unit}: StudyWords): string {
  switch (why.kind) {
    case "same everywhere":
      return `${why.noun}がすべて同じ`;
    case "nobody":
      return why.noun === "参加率" ? "参加者がいない" : `${why.noun}のある${unit.one}がない`;
    case "no contrast":
      return `同じ年度の${unit.many}の間で${why.noun}に違いがない`;
    case "one unit":
      return `${unit.one}が1つしかない`;
    case "few years":
      return `年度が${why.years}つしかない`;
    case "no values":
      return `${why.label}の値がない`;
    case "constant":
      return `${why.label}がすべて同じ`;
  }
}

export function unfittedReason(reason: string, {person}: StudyWords): string {
  switch (reason) {
    case "no comparison":
      return `参加した${person.many}がいないため、比べる相手がありません`;
    case "no variation":
      return "比べるもの、または調整に使うものに違いがありません";
    case "no rows":
      return "予定した比較に必要な値がそろった行がありません";
    case "too few rows":
      return "予定した比較に必要な値がそろった行が少なすぎます";
    case "too few groups":
      return "予定した比較にはグループが少なすぎます";
    case "collinear":
      return "比べるものと調整に使うものを、このデータでは分けられません";
    default:
      return "予定したモデルをこのデータに当てはめることができませんでした";
  }
}
