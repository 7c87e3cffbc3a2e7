import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice(input: AdviceInput): readonly Advice[] {
  return [adviceOn(input)];
}

function adviceOn({answer, hoped, drawn, programme, outcome}: AdviceInput): Advice {
  if (drawn)
    return {advice: "効果の大きさに基づいて判断してください。", because: "無作為に割り当てられているためです。"};
  if (answer === "clear" && !hoped)
    return {
      advice: `${programme}を広げる前に、その理由を調べてください。`,
      because: `${outcome}が期待と逆の方向に動いたためです。`
    };
  if (answer === "small")
    return {
      advice: `${programme}による${outcome}の変化を期待しないでください。`,
      because: "差があっても実務上意味のない大きさであるためです。"
    };
  if (answer === "none" || answer === "impossible")
    return {
      advice: `明確な結果がないことを理由に${programme}を終了しないでください。`,
      because: "意味のある改善を見逃している可能性があるためです。"
    };
  return {
    advice: `この数値だけで${programme}の拡大や終了を決めないでください。`,
    because: "それが理由であることまでは示されていないためです。"
  };
}
