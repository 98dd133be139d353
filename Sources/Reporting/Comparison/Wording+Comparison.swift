internal import DiscourseModel
internal import Statistics

extension Wording {
  /// A group's name; sides have theirs in both languages.
  func group(_ name: String, by key: MetadataKey) -> String {
    guard key == .side, let side = Side(rawValue: name) else { return name }
    return self.side(side)
  }

  /// The other groups together.
  var others: String { self("all others", "其余各组") }

  func profile(_ kind: Profile.Kind) -> String {
    switch kind {
    case .stance: self("stance towards decoupling", "对脱钩的立场")
    case .decouplingDomain: self("domains of decoupling", "脱钩领域")
    case .threatDomain: self("domains of threat", "威胁领域")
    case .rationale: self("grounds given", "理据")
    }
  }

  func dyad(_ construct: Dyad.Construct) -> String {
    switch construct {
    case .threat: self("the other side threatens us", "称对方威胁己方")
    case .blame: self("the other side is to blame", "归责对方")
    }
  }

  func method(_ method: IntervalMethod) -> String {
    switch method {
    case .percentile: self("percentiles, widened where statements are few", "百分位法，篇数少时放宽")
    case .bca: self("bias-corrected and accelerated", "BCa 法")
    }
  }

  /// What a reader has to know, as a sentence.
  func caution(_ caution: Caution, by key: MetadataKey) -> String {
    func name(_ group: String) -> String { self.group(group, by: key) }
    switch caution {
    case .ungrouped(let field, let statements):
      return self(
        "\(statements) statements have no \(field) and were left out.", "\(statements) 篇没有 \(field)，未计入。")
    case .genreMix(let left, let right, let distance):
      guard distance < 0.995 else {
        return self(
          "\(name(left)) and \(name(right)) have no genre in common: what differs may be the genre.",
          "\(name(left))与\(name(right))没有共同文体：差异可能出自文体。")
      }
      let share = Decimal.text(100 * distance, digits: 0)
      return self(
        "\(name(left)) and \(name(right)) differ in their mix of genres (\(share) % of statements): compare with --stratify genre.",
        "\(name(left))与\(name(right))的文体构成不同（相差 \(share)%）：请用 --stratify genre 比较。")
    case .languages(let left, let right):
      return self(
        "\(name(left)) and \(name(right)) speak different languages: compare shares of sentences, not rates by words.",
        "\(name(left))与\(name(right))语言不同：请比较句子占比，勿比较按词计的比率。")
    case .strataLeftOut(let left, let right, let statements):
      return self(
        "\(statements) statements lie in strata that only one of \(name(left)) and \(name(right)) has; they are not in the differences.",
        "\(statements) 篇所在的层仅\(name(left))、\(name(right))之一具有，未计入差异。")
    case .fewStatements(let group, let statements):
      return self(
        "\(name(group)) has only \(statements) statements: its intervals and tests are rough.",
        "\(name(group))仅 \(statements) 篇：区间与检验较粗略。")
    case .traitsUnknown:
      return self(
        "Near duplicates and the effects of entries were not looked for, as the corpus is large; --texts does.",
        "语料较大，未检查近重复文本与词条的影响；可用 --texts。")
    }
  }
}
