internal import DiscourseModel
internal import Statistics

extension Wording {
  func period(_ length: PeriodLength) -> String {
    switch length {
    case .week: self("week", "周")
    case .month: self("month", "月")
    case .quarter: self("quarter", "季度")
    case .year: self("year", "年")
    }
  }

  func composition(_ kind: CompositionSeries.Kind) -> String {
    switch kind {
    case .rationale: self("grounds given", "理据")
    case .tradeToSecurity: self("from fair trade to security (of these two)", "从公平贸易到安全（仅此两项）")
    case .decouplingDomain: self("domains of decoupling", "脱钩领域")
    case .stance: self("stance towards decoupling", "对脱钩的立场")
    }
  }

  /// A category's name; those of figures are known.
  func category(_ name: String) -> String {
    let name = figure("category." + name)
    return name.hasPrefix("… ") ? String(name.dropFirst(2)) : name
  }

  /// Who runs ahead of whom, as a phrase.
  func lead(_ lag: Int, _ first: String, _ second: String, _ length: PeriodLength) -> String {
    let count = abs(lag)
    guard count > 0 else { return self("in the same \(period(length))", "同\(period(length))") }
    let leader = lag > 0 ? first : second
    return self(
      "\(leader) leads by \(count) \(period(length))\(count > 1 ? "s" : "")", "\(leader)领先 \(count) \(period(length))")
  }

  /// What a correlation is not.
  var association: String { self("Association, not cause.", "仅为相关，并非因果。") }
}
