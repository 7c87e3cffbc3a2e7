import {count, decimal, digitsFor, interval, percent, size} from "../../words/ja/numbers.js";
import type {Noun} from "../../words/en/words.js";

export const lead = {
  title: (clear: number, of: number, {one}: Noun): string =>
    clear === 0
      ? `多重検定の調整後、同じ${one}内で明確に変化した指標は${count(of)}件中なし`
      : `多重検定の調整後、同じ${one}内で明確に変化した指標は${count(of)}件中${count(clear)}件`,
  subtitle: (per: string): string =>
    `差（点）${per === "" ? "" : `、${per}`}。p値は指標の数で調整（ベンジャミニ・ホッホベルグ法）`
};

const moved = (points: number): string =>
  size(points) === size(0) ? "変化なし" : `${size(points)}点${points < 0 ? "低下" : "上昇"}`;

export const change = {
  heading: "スコアと参加率の変化",
  text: (units: number, {many}: Noun, exposure: string, first: string, last: string): string =>
    `各点は、公表できる${count(units)}${many}の1つを表します。${first}から${last}までの${exposure}とスコアの変化を示しています。`,
  one: "指標を1つに絞った同じ図：",
  title: (together: string, most: number, least: number, exposure: string): string =>
    `${together}のスコアは、${exposure}の伸びが大きい半数で${moved(most)}、小さい半数で${moved(least)}`,
  plainTitle: (together: string): string => `${together}のスコアの変化`,
  subtitle: ({many}: Noun, first: string, last: string): string =>
    `参加率の変化で二分した${many}、${first}から${last}まで`,
  line: ({one}: Noun): string => `直線は、各${one}の変化を1点とした最小二乗法による当てはめです。`,
  x: (exposure: string): string => `${exposure}の変化`,
  y: "スコアの変化",
  points: "尺度の点"
};

export const scales = {
  heading: "質問項目は同じものを測っているか",
  text: ({one, many}: Noun, respondents: number, changed: readonly string[]): string =>
    `アルファ係数とオメガ係数は、指標の質問項目がどれだけ一貫しているかを示します。rwgは同じ${one}の人々の一致度、` +
    `ICC(1)はばらつきのうち${many}間の割合、ICC(2)は${many}の平均値の信頼性です。` +
    `いずれも${count(respondents)}件以上の完全な回答に基づきます。${changed.join("")}`,
  changed: (
    label: string,
    since: string,
    shown: {readonly estimate: number; readonly low: number; readonly high: number} | null
  ): string =>
    `${label}の項目の1つは${since}年度に文言が変わりました。${
      shown
        ? `残りの項目による同じ比較では${decimal(shown.estimate, digitsFor(shown.low, shown.high))}点（${interval(shown.low, shown.high)}）です。`
        : "残りの項目では比較できませんでした。"
    }`,
  caption: "信頼性と一致度"
};

export const groups = {
  heading: "グループ別のスコア",
  text: (persons: string, {one}: Noun): string =>
    `${persons}は参加でき、その他の従業員は参加できません。個人保護のため両グループを${one}ごとには公表しないので、その差に信頼区間はありません。`,
  others: "その他の従業員",
  title: (persons: string, start: number, first: number, end: number, last: number): string => {
    const beside = (points: number): string => `${size(points)}点${points < 0 ? "低い" : "高い"}`;
    return `${persons}のスコアは、その他の従業員より${first}年度に${beside(start)}、${last}年度に${beside(end)}`;
  },
  subtitle: (together: string): string => `${together}の平均（尺度の点）`
};

export const response = {
  text: (low: number, of: number, {one}: Noun, enough: number): string =>
    `${count(of)}${one}・年度のうち${count(low)}件で、回答率が${percent(enough)}を下回りました。人数を丸めているため、割合は概数です。`,
  answered: "回答率",
  title: (start: number, first: number, end: number, last: number): string =>
    `回答率は${first}年度の${percent(start)}から${last}年度の${percent(end)}へ`,
  mapTitle: (low: number, high: number, {one}: Noun): string =>
    `回答率は${one}と年度により${percent(low)}〜${percent(high)}`,
  mapSubtitle: "調査対象者のうち回答した割合",
  share: "回答率"
};

export const silent = {
  text: (
    {
      answered,
      tipping,
      low,
      high
    }: {readonly answered: number; readonly tipping: number | null; readonly low: number; readonly high: number},
    scale: readonly [number, number],
    exposure: string
  ): string => {
    const first =
      tipping === null
        ? "無回答者の間にどのような差があっても、推定値はなくなりません。"
        : `${exposure}が最も高い場合に無回答者のスコアが回答者より${size(tipping, 2)}点${tipping > 0 ? "低く" : "高く"}、それ以下では比例して小さくなるとすると、${decimal(answered, 3)}点の差はなくなります。`;
    return `${first}無回答者の回答が${scale[0]}から${scale[1]}までのどの値であっても、差は${decimal(low, 2)}〜${decimal(high, 2)}の範囲に収まります。`;
  },
  title: (tipping: number | null): string =>
    tipping === null
      ? "無回答者によって差がなくなることはない"
      : `無回答者のスコアが${size(tipping, 2)}点${tipping > 0 ? "低ければ" : "高ければ"}、差は消える`,
  subtitle: (exposure: string, per: string): string =>
    `${exposure}が高いほど無回答者のスコアが低いと仮定した場合の主たる比較${per === "" ? "" : `（${per}）`}`
};
