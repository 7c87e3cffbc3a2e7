import {inParts} from "../inParts.js";

/** Parts of an estimator's name for what it did. */
const parts: ReadonlyMap<string, string> = new Map([
  ["ols", "最小二乗法"],
  ["between", "単位間"],
  ["fd", "階差"],
  ["wild cluster bootstrap", "ワイルド・クラスター・ブートストラップ"],
  ["rademacher", "ラデマッハー分布"],
  ["null imposed", "帰無仮説を課す"],
  ["pearson", "ピアソンの相関係数"],
  ["detrended", "トレンド除去"],
  ["differenced", "階差"],
  ["group-time effects", "開始年度・時点別の効果"],
  ["dr", "二重頑健"],
  ["not-yet-treated controls", "未開始者を対照"],
  ["universal base", "基準期固定"],
  ["imputation", "補完法"],
  ["units and periods from untreated rows", "未処置の行から単位と期間の効果を推定"],
  ["linear mixed model", "線形混合モデル"],
  ["REML", "REML"],
  ["Satterthwaite df", "サタスウェイトの自由度"]
]);

const groups: ReadonlyMap<string, string> = new Map([
  ["department_id", "部署"],
  ["unit", "部署"],
  ["manager_id", "個人"],
  ["module_id", "モジュール"]
]);

/** "最小二乗法、CR2（部署別）" */
export const methodWords = inParts({parts, groups, within: (errors, group) => `${errors}（${group}別）`, joined: "、"});
