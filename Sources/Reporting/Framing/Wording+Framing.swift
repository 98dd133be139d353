internal import DiscourseModel
internal import Statistics

// The words of the framing report.

extension Wording {
  /// An actor as the head of a row or a column.
  func actor(_ actor: Actor) -> String {
    switch actor {
    case .us: self("US", "美国")
    case .prc: self("China", "中国")
    case .tw: self("Taiwan", "台湾")
    case .ally: self("US allies", "美国盟友")
    case .other: self("others", "其他国家")
    case .unnamed: self("unnamed", "未点名")
    case .none: self("a condition", "现象")
    case .order: self("world order", "国际秩序")
    }
  }

  /// An actor inside a sentence.
  func inText(_ actor: Actor) -> String { actor == .us ? self("the US", "美国") : self.actor(actor) }

  /// A side inside a sentence.
  func inText(_ side: Side) -> String {
    switch side {
    case .us: self("the US", "美方")
    case .prc: self("China", "中方")
    }
  }

  /// A side at the beginning of a sentence.
  func atStart(_ side: Side) -> String {
    switch side {
    case .us: self("The US", "美方")
    case .prc: self("China", "中方")
    }
  }

  func threatDomain(_ domain: ThreatDomain) -> String {
    switch domain {
    case .military: self("military", "军事")
    case .economy: self("economy", "经济")
    case .technology: self("technology, cyber", "科技与网络")
    case .regime: self("political system", "政治制度")
    case .territory: self("territory, sovereignty", "领土主权")
    case .order: self("world order", "国际秩序")
    case .values: self("values, rights", "价值观与人权")
    case .society: self("society, health", "社会与公共卫生")
    }
  }

  func blameType(_ type: BlameType) -> String {
    switch type {
    case .accusation: self("accusation", "指控")
    case .responsibility: self("responsibility", "归咎")
    case .demand: self("demand", "要求改正")
    case .reject: self("rejection of blame", "驳斥指责")
    case .own: self("blame accepted", "承认责任")
    }
  }

  func voice(_ voice: Voice) -> String {
    switch voice {
    case .own: self("own voice", "本方话语")
    case .quoted: self("quoted", "引述")
    case .question: self("question", "提问")
    }
  }

  func polarity(_ polarity: Polarity) -> String {
    switch polarity {
    case .assert: self("asserted", "断言")
    case .deny: self("denied", "否认")
    }
  }

  func periods(_ names: [String]) -> String {
    guard let first = names.first, let last = names.last else { return self("no dates", "无日期") }
    return first == last ? first : first + self("–", "—") + last
  }

  /// What the sentences under a code are, as the head of a list.
  func code(_ code: EvidenceCode) -> String {
    switch code {
    case .construct(.decoupling): self("Sentences on decoupling", "谈及脱钩的句子")
    case .construct(.threat): self("Sentences that assert a threat", "断言威胁的句子")
    case .construct(.blame): self("Sentences in which the side blames", "本方归责的句子")
    case .construct(.rationale): self("Sentences that give a ground", "给出理据的句子")
    case .construct(.recognition): self("Sentences that grant the other side something", "承认对方的句子")
    case .tier(let tier): self("Decoupling: ", "脱钩：") + part(tier.rawValue)
    case .stance(let stance): self("Decoupling: ", "脱钩：") + part(stance.rawValue)
    case .decouplingDomain(let domain): self("Decoupling: ", "脱钩：") + part(domain.rawValue)
    case .denial: self("Sentences that deny a threat", "否认威胁的句子")
    case .threat(let pair): self("Threat: ", "威胁：") + self.pair(pair)
    case .threatDomain(let domain): self("Threat: ", "威胁：") + threatDomain(domain)
    case .blame(let pair): self("Blame: ", "归责：") + self.pair(pair)
    case .blameType(let type): self("Blame: ", "归责：") + blameType(type)
    case .outward: self("Blame: on others", "归责：指向他方")
    case .inward: self("Blame: on its own side", "归责：指向自身")
    case .rationale(let rationale): self("Ground: ", "理据：") + part(rationale.rawValue)
    }
  }

  func pair(_ pair: ActorPair) -> String { actor(pair.from) + " → " + actor(pair.to) }

  /// A number in percent.
  func percent(_ number: Double?) -> String {
    guard let number else { return "–" }
    let size = abs(number)
    return Decimal.text(number, digits: size == 0 || size >= 9.95 ? 0 : size < 0.995 ? 2 : 1) + "%"
  }

  /// A figure's value as it is read.
  func value(_ figure: Figure?) -> String {
    guard let figure, let value = figure.rate.value else { return "–" }
    switch figure.unit {
    case .percentOfSentences, .perHundredSentences, .percentOfDecoupling, .percentOfBlame, .percentOfRationales:
      return percent(value)
    case .index, .meanIntensity, .perThousandWords: return Decimal.text(value, digits: abs(value) < 9.95 ? 2 : 1)
    }
  }

  /// A figure's interval and counts, in brackets.
  func sureness(_ figure: Figure) -> String {
    let counts = self(
      "\(Int(figure.rate.numerator)) of \(Int(figure.rate.denominator))",
      "\(Int(figure.rate.numerator))/\(Int(figure.rate.denominator))")
    guard let interval = figure.shownInterval else { return self(" (\(counts))", "（\(counts)）") }
    let ends = Decimal.text(interval.lower, digits: 1) + "–" + Decimal.text(interval.upper, digits: 1)
    return self(" (95% interval \(ends); \(counts))", "（95%区间\(ends)；\(counts)）")
  }

  /// A name with a number in brackets.
  func bracketed(_ name: String, _ number: String) -> String { self("\(name) (\(number))", "\(name)（\(number)）") }

  /// A list in a sentence.
  func listing(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return self(
      items.dropLast().joined(separator: ", ") + " and " + last, items.dropLast().joined(separator: "、") + "和" + last)
  }
}
