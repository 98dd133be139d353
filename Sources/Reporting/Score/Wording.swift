public import DiscourseModel

/// The words of reports in both languages.
public struct Wording: Sendable {
  private let language: Language

  /// The words of a language.
  public init(_ language: Language) { self.language = language }

  func callAsFunction(_ english: String, _ chinese: String) -> String { language == .en ? english : chinese }

  func construct(_ construct: Construct) -> String {
    switch construct {
    case .decoupling: self("Decoupling", "脱钩论述")
    case .threat: self("Threat perception", "威胁感知")
    case .blame: self("Blame", "归责")
    case .rationale: self("Rationale", "理据")
    case .recognition: self("Recognition", "承认对方")
    }
  }

  func side(_ side: Side) -> String {
    switch side {
    case .us: self("United States", "美方")
    case .prc: self("China", "中方")
    }
  }

  func unit(_ unit: FigureUnit) -> String {
    switch unit {
    case .percentOfSentences: self("% of sentences", "占句子 %")
    case .perThousandWords: self("per 1,000 words", "每千词")
    case .perHundredSentences: self("per 100 sentences", "每百句")
    case .meanIntensity: self("mean, 1 to 3", "均值（1–3）")
    case .index: self("index, 0 to 100", "指数（0–100）")
    case .percentOfDecoupling: self("% of its sentences", "占脱钩句 %")
    case .percentOfBlame: self("% of blame", "占归责条目 %")
    case .percentOfRationales: self("% of grounds", "占理据 %")
    }
  }

  /// A figure's name, from its key.
  func figure(_ key: String) -> String {
    if let fixed = Self.names[key] { return self(fixed.0, fixed.1) }
    let last = key.split(separator: ".").last.map(String.init) ?? key
    return Self.parts[last] == nil ? last : "… " + part(last)
  }

  /// A part of a figure: a tier, a stance, a domain or a ground, from its code.
  func part(_ code: String) -> String { Self.parts[code].map { self($0.0, $0.1) } ?? code }

  private static let names: [String: (String, String)] = [
    "decoupling.mentions": ("mentions", "提及次数"), "decoupling.prevalence": ("share of sentences", "句子占比"),
    "threat.prevalence": ("sentences that assert a threat", "断言威胁的句子"),
    "threat.denials": ("sentences that deny a threat", "否认威胁的句子"),
    "threat.intensity": ("intensity", "强度"), "threat.index": ("threat index", "威胁指数"),
    "blame.prevalence": ("sentences that blame", "归责的句子"), "blame.outward": ("put on others", "指向他方"),
    "blame.self": ("put on itself", "指向自身"), "blame.rejections": ("rejections of blame", "拒斥指责"),
    "recognition.rate": ("sentences that grant something", "承认对方的句子"),
  ]

  private static let parts: [String: (String, String)] = [
    "core": ("core terms (decouple, sever)", "核心用语（脱钩、断链）"),
    "adjacent": ("adjacent terms (de-risk, walls)", "邻近用语（去风险、筑墙）"), "oppose": ("oppose", "反对"),
    "deny": ("deny seeking it", "否认寻求"), "accuse": ("accuse others of it", "指责他方推动"),
    "advocate": ("advocate", "主张"), "report": ("only report", "仅陈述"), "economy": ("economy", "经济"),
    "technology": ("technology", "科技"), "finance": ("finance", "金融"), "security": ("security", "安全"),
    "society": ("society", "社会人文"), "general": ("general", "泛指"), "fair_trade": ("fair trade", "公平贸易"),
    "rights": ("rights", "人权民主"), "law": ("law and rules", "法律与规则"), "sovereignty": ("sovereignty", "主权"),
    "cooperation": ("cooperation and peace", "合作与和平"), "market": ("market", "市场"),
    "development": ("development", "发展"),
  ]
}
