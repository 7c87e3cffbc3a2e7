/** What the simulated study's own names are in Japanese: they move no figure. */
/** each with the number of its departments */
const departments: Readonly<Record<string, readonly [japanese: string, many: number]>> = {
  "Public Systems": ["公共", 4],
  "Finance Systems": ["金融", 4],
  "Retail Systems": ["流通", 4],
  "Medical Systems": ["医療", 3],
  "Network Systems": ["ネットワーク", 3],
  "Regional Systems": ["地域", 3],
  "Security Solutions": ["セキュリティ", 3],
  "Cloud Solutions": ["クラウド", 3],
  "Office Solutions": ["オフィス", 3],
  "Education Solutions": ["教育", 3],
  "Support Solutions": ["サポート", 2],
  "Data Solutions": ["データ", 2]
};

const numbered = Object.fromEntries(
  Object.entries(departments).flatMap(([name, [japanese, many]]) =>
    Array.from({length: many}, (_, i) => [`${name} ${i + 1}`, `${japanese}第${i + 1}部`])
  )
);

const modules = {
  "Moments of a week": "1週間の出来事",
  "My path to managing": "管理職への道のり",
  "Listening back": "聴き返す",
  "What I avoid": "避けていること",
  "A letter to my team": "チームへの手紙",
  "Looking again at a failure": "失敗を見つめ直す",
  "Reading our numbers": "自社の数字を読む",
  "Whose problem is it": "それは誰の問題か",
  "Decisions under doubt": "迷いの中の意思決定",
  "Simplicity and its cost": "単純さとその代償",
  "Measures that mislead": "誤解を招く指標",
  "Rules and exceptions": "規則と例外",
  "A day at a customer": "顧客先での1日",
  "How others see us": "他者からどう見えるか",
  "Cultures of two lines": "2つのラインの文化",
  "Who is not in the room": "その場にいない人",
  "Stories from abroad": "海外の事例",
  "Our place in the sector": "業界での位置づけ",
  "Meetings that work": "成果の出る会議",
  "Disagreeing well": "上手な反論",
  "Helping and being helped": "助け、助けられる",
  "Trust between departments": "部署間の信頼",
  "Handing over": "引き継ぎ",
  "Groups and their roles": "集団と役割",
  "Small changes": "小さな変化",
  "Moving with resistance": "抵抗とともに進む",
  "An experiment at work": "職場での実験",
  "Energy and pace": "活力とペース",
  "What came of it": "その後の成果",
  "The year ahead": "これからの1年",
  reflective: "内省",
  analytical: "分析",
  worldly: "視野",
  collaborative: "協働",
  action: "行動"
};

export const studyNames = {
  ja: {
    "Peer coaching for managers": "管理職のピア・コーチング",
    "A company like Fujitsu SSL": "富士通SSLに類する企業",
    department: "部署",
    departments: "部署",
    "line of business": "事業ライン",
    "lines of business": "事業ライン",
    manager: "管理職",
    managers: "管理職",
    "peer coaching": "ピア・コーチング",
    teamwork: "チームワーク",
    "cross-functional communication": "部門間コミュニケーション",
    "trust in managers": "管理職への信頼",
    autonomy: "自律性",
    learning: "学習",
    commitment: "コミットメント",
    canteen: "社員食堂",
    commuting: "通勤",
    "bringing two lines of business to work as one": "2つの事業ラインを一体として働けるようにする",
    "A place for one manager for a year: facilitator, room and material":
      "管理職1人の1年分の参加枠（ファシリテーター、会場、教材）",
    "A manager's time in a full programme": "管理職1人が全課程に要する時間",
    "none planned, since the data are simulated": "予定なし（模擬データのため）",
    "The Longview project": "Longviewプロジェクト",
    "once a week": "週1回、",
    "prepared topics from their own work": "自らの仕事から用意した題材",
    "An article about the original programme": "元のプログラムに関する論文",
    "By its own account the article offers suggestive evidence, not proof.":
      "論文自身も、示しているのは示唆であり証明ではないとしています。",
    "Profits were higher in departments where more managers took part.": "管理職の参加が多い部署ほど利益が高かった。",
    "Revenue and profit grew over the years in which more and more managers took part.":
      "管理職の参加が増えていった年度に、売上高と利益も伸びた。",
    "Managers found the sessions worthwhile, and modules on reflection most of all.":
      "管理職はセッションを有意義と評価し、特に内省のモジュールの評価が高かった。",
    "Most managers were rated better afterwards, though not all.":
      "全員ではないが、大半の管理職は参加後に評価が上がった。",
    "Survey scores went up with participation, above all for teamwork and for communication between functions.":
      "参加とともに調査のスコアが上がり、特にチームワークと部門間コミュニケーションで顕著だった。",
    Solutions: "ソリューション",
    "Systems integration": "システムインテグレーション",
    "Programme starts": "プログラム開始",
    "A department is split": "部署の分割",
    "Market crisis": "市場危機",
    "market crisis": "市場危機",
    "Absolute ratings": "絶対評価への変更",
    "A survey item reworded": "調査項目の文言変更",
    "Two departments merge": "2部署の統合",
    relative: "相対評価",
    absolute: "絶対評価",
    ...modules,
    ...numbered
  }
} as const;
