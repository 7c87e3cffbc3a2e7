import {impossibleSentence} from "../../words/ja/card.js";
import {count, decimal, list, percent} from "../../words/ja/numbers.js";
import type {StudyWords} from "../../words/en/words.js";
import type {OrganisationNumbers, OrganisationWords, Trend} from "./words.en.js";

const trendWords: Readonly<Record<Trend, string>> = {
  rose: "上昇",
  fell: "低下",
  "showed no clear trend": "明確な傾向なし"
};

export const question = (exposure: string, outcomes: readonly string[]): string =>
  `${exposure}の上昇とともに、${list(outcomes)}は増えたか`;

export function title({answer, side, exposure, outcomes, years, programme, besideSector}: OrganisationWords): string {
  const [planned] = outcomes;
  if (answer === "clear" && planned) {
    const sector = besideSector ? "（業界と比べても同様）" : "";
    return `${exposure.label}の伸びが大きい年度ほど、${planned.label}の伸びが${side === "more" ? "大きい" : "小さい"}傾向${sector}`;
  }
  const all = [exposure, ...outcomes];
  const rose = all.filter(({trend}) => trend === "rose");
  if (rose.length === all.length)
    return `${all.map(({label}) => label).join("、")}は${years}年間でいずれも増加。増え続ける系列は常に連動して見えるため、${programme}の効果を示す根拠としては不十分`;
  const parts = outcomes.map(({label, trend}) => `${label}は${trendWords[trend]}`);
  return `${exposure.label}は${trendWords[exposure.trend]}、${parts.join("、")}`;
}

export function sentence({changes, growth, from, to, n, exposure, doubted}: OrganisationNumbers): string {
  const first = growth.length > 0 ? `${from}年度から${to}年度までに、${grown(growth)}しました。` : "";
  const rs = changes.map(({label, estimate}) => `${label}とは${decimal(estimate)}`);
  const ranges = changes.flatMap(({low, high}) =>
    low === null || high === null ? [] : [`${decimal(low)}〜${decimal(high)}`]
  );
  const intervals = ranges.length === 0 ? "" : `95%信頼区間は${ranges.join("、")}です（${count(n)}回の変化に基づく）。`;
  const doubt = doubted ? "傾向からのずれでは同じ関係が見られないため、結論には数えません。" : "";
  return `${first}${exposure}の前年度からの変化との相関係数は、${rs.join("、")}です。${intervals}${doubt}`;
}

const grown = (growth: OrganisationNumbers["growth"]): string =>
  growth.map(({label, share}) => `${label}は${percent(Math.abs(share))}${share < 0 ? "減少" : "増加"}`).join("、");

export const few = (
  years: number,
  {outcomes, exposure}: {readonly outcomes: readonly string[]; readonly exposure: string}
): {readonly title: string; readonly sentence: string} => ({
  title: `${exposure}と${list(outcomes)}の関連の検定には${years}年では不十分`,
  sentence: "検定を行わずに示します。"
});

export const constant = (label: string): {readonly title: string; readonly sentence: string} => ({
  title: "計画どおりの年度間比較は実施できず",
  sentence: impossibleSentence(`${label}がどの年度も同じ`)
});

export const unshown = ({programme}: Pick<StudyWords, "programme">): string =>
  `${programme}が売上高と利益に寄与したかどうか`;

export const alternative = "市場、価格、規模も売上高や利益を動かします。";
export const wouldChange = "プログラムのない同様の組織または業界を、同じ期間にわたって追跡した結果です。";
export const absent = "プログラム開始前の年度には、比較する参加率がありません。";

export const asks = {
  sector: (outcomes: readonly string[], exposure: string) =>
    `業界の成長を除いても、${exposure}とともに${list(outcomes)}は増えているか`,
  growth: () => "相関は、増減の傾向だけで生じる水準より強いか",
  years: () => "計画した年度は十分に揃っているか"
};

export const growthReason = (share: number, concern: number): string =>
  `同じ傾向をもつ無関係な系列の組の${percent(share)}が、これと同程度以上の相関を示しました。${percent(concern)}を超えると懸念されます。`;
