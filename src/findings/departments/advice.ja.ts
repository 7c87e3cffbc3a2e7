import type {Advice, AdviceInput} from "../../words/en/advice.js";

export function advice(input: AdviceInput): readonly Advice[] {
  return [adviceOn(input)];
}

function adviceOn({answer, hoped, drawn, programme, outcome}: AdviceInput): Advice {
  if (drawn && answer === "clear")
    return {
      advice: "効果の大きさに基づいて判断してください。",
      because: `${programme}は無作為に割り当てられているためです。`
    };
  if (answer === "clear" && !hoped)
    return {
      advice: `理由が分かるまで、${programme}を広げないでください。`,
      because: `${outcome}の差が、期待とは逆の方向であったためです。`
    };
  if (answer === "small")
    return {
      advice: `${programme}による${outcome}の変化を期待しないでください。`,
      because: "差があっても実務上意味のない大きさであるためです。"
    };
  if (answer === "none" || answer === "impossible")
    return {
      advice: `${programme}に違いを生む力がないと結論しないでください。`,
      because: "意味のある差を見逃している可能性があるためです。"
    };
  return {
    advice: `この数値だけで${programme}の拡大や終了を決めないでください。`,
    because: "それが理由であることまでは示されていないためです。"
  };
}
