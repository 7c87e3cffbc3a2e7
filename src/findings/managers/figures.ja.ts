import {count, percent, size} from "../../words/ja/numbers.js";
import {scaleKinds} from "../../words/ja/reportWords.js";
import {zeroSum} from "./words.ja.js";

const kindName = (kind: string): string => scaleKinds[kind] ?? kind;
const beside = (value: number): string => `${size(value)}${value < 0 ? "低い" : "高い"}`;

export const standing = {
  title: (mean: number, expected: number): string =>
    `開始1年後の評価は平均より標準偏差で${beside(mean)}水準、偶然のみでは${beside(expected)}水準の予想`,
  plainTitle: "開始した人の評価の推移",
  subtitle: (persons: string): string => `開始した${persons}の評価の平均（各年度の全評価の標準偏差）。比較対象なし`,
  note: "開始の前年度までは、両方の線は同じです。",
  expected: "偶然のみの予想",
  rated: "実際の評価",
  years: "最初のセッションからの年数",
  from: "下限",
  to: "上限"
};

export const events = {
  text: (persons: string): string =>
    `開始年度ごとに、開始した人と、まだ開始していない${persons}を比較しています。開始前の年度は、両者が同じような推移をたどっていたかを示します。`,
  title: (clear: number, of: number): string =>
    clear === 0
      ? `開始後の${count(of)}年のうち、単独で差が明確な年はなし`
      : `開始後の${count(of)}年のうち、単独で差が明確なのは${count(clear)}年`,
  subtitle: "未開始者との差（標準偏差、開始の2年前から）",
  years: "開始の翌年度からの年数",
  difference: "評価の差"
};

export const shifts = {
  text: (persons: string, kinds: readonly string[]): string =>
    `ある年度に開始した人と、同じ評価でまだ開始していない${persons}について、翌年度の評価が低下・同じ・上昇となった割合を示します。` +
    (kinds.length > 1 ? "評価尺度は分けています。" : "") +
    zeroSum(kinds),
  took: "参加",
  alike: "同じ評価の未参加者",
  scale: (group: string, kind: string | null): string => (kind === null ? group : `${group}（${kindName(kind)}）`),
  rated: (kind: string | null, took: number, had: number | null, persons: string): string =>
    `${kind === null ? "" : `${kindName(kind)}で`}${percent(took)}${had === null ? "" : `（同様の${persons}は${percent(had)}）`}`,
  title: (rated: readonly string[]): string => `翌年度に評価が上昇した参加者の割合：${rated.join("、")}`,
  subtitle: "開始の前年度と翌年度の評価（同じ尺度どうし）",
  lower: "低下",
  same: "同じ",
  higher: "上昇",
  group: "グループ"
};

export const balance = {
  heading: "開始前の両グループ",
  text: (persons: string): string => `ある年度に開始した人と、その年度末までに開始していない${persons}の比較です。`,
  characteristics: {
    z_before: "直近の評価",
    z_earlier: "それ以前の評価の平均",
    tenure: "勤続年数",
    grade: "等級",
    promoted: "前年度の昇進",
    first_line: "第1の事業ラインに所属"
  } as Readonly<Record<string, string>>,
  inLine: (line: string): string => `${line}に所属`,
  size: (persons: string, one: string): string => `${one}の${persons}数`,
  title: (far: number, of: number, large: number): string =>
    far === 0
      ? `開始前に標準偏差で${large}を超えて異なる特性は${count(of)}件中なし`
      : `開始前に標準偏差で${large}を超えて異なる特性は${count(of)}件中${count(far)}件`,
  subtitle: "開始した人と開始していない人の差（標準偏差）",
  characteristic: "特性",
  year: "同じ年度",
  rating: "同じ年度、直近の評価も同じ"
};

export const flow = {
  text: (persons: string): string => `各段階で残る${persons}の人数は次のとおりです。`,
  stages: (planned: "alike" | "absorbed"): Readonly<Record<string, string>> => ({
    eligible: "プログラムのいずれかの年度に対象",
    rated: "評価を受けたことがある",
    compared: `2年度以上評価された${planned === "absorbed" ? "（主たる比較）" : ""}`,
    considered: `開始し得る年度の前後に評価がある${planned === "alike" ? "（主たる比較）" : ""}`,
    started: "最初のセッションに出席",
    either_side: "最初のセッションの年度の前後に評価がある"
  }),
  step: "段階",
  caption: (persons: string): string => `各段階の${persons}数`
};
