import type {LimitsInput} from "../en/limits.js";
import {certaintyWords} from "./card.js";

export function limitsWords({said, unsaid, programme, drawn, synthetic, several}: LimitsInput): {
  readonly can: readonly string[];
  readonly cannot: readonly string[];
} {
  return {
    can: said.map(({title, certainty}) => `${title}（確信度：${certaintyOf(certainty)}）。`),
    cannot: [
      ...unsaid.map((asked) => (/[?？]$/.test(asked) ? asked : `${asked}。`)),
      ...(drawn ? [] : [`${programme}がその理由かどうか。`]),
      ...(several ? ["投資収益率（種類の異なる成果は1つの数値に合算できません）。"] : []),
      ...(synthetic ? ["実在の組織に関すること。"] : [])
    ]
  };
}

const certaintyOf = (certainty: string): string =>
  (certaintyWords as Readonly<Record<string, string>>)[certainty] ?? certainty;
