/** Units as the study and our estimates name them, in Japanese; one that is not here is printed as it is. */
const names: ReadonlyMap<string, string> = new Map([
  ["percentage points", "ポイント"],
  ["standard deviations", "標準偏差"],
  ["points", "点"],
  ["log points", "対数ポイント"],
  ["sd", "標準偏差"],
  ["%", "%"],
  ["yen", "円"],
  ["dollars", "ドル"],
  ["hours", "時間"],
  ["people", "人"],
  ["share", "割合"],
  ["programmes", "全課程"],
  ["index", "指数"],
  ["fiscal years", "年度"],
  ["years", "年"],
  ["r", "r"],
  ["ratings", "評価"],
  ["modules", "モジュール"]
]);

const multiples: Readonly<Record<string, string>> = {thousand: "千", million: "百万"};

const multiple = /^(thousand|million) (.+)$/;

/** Whether a unit has a name in Japanese. */
export const hasUnit = (unit: string): boolean => names.has(multiple.exec(unit)?.[2] ?? unit);

/** "円"; "百万円", as accounts have it */
export function unitName(unit: string): string {
  const [, times = "", one = ""] = multiple.exec(unit) ?? [];
  return times === "" ? (names.get(unit) ?? unit) : `${multiples[times]}${unitName(one)}`;
}

/** After a difference: "0.124標準偏差". */
export const withUnit = (number: string, unit: string): string =>
  unit === "r" ? `相関係数${number}` : `${number}${unitName(unit)}`;
