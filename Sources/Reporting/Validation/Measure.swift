internal import DiscourseModel
internal import Statistics

/// A code that validation scores: what must be the same in both codings.
public enum Measure: String, Sendable, Hashable, CaseIterable {
  case decouplingPresent = "decoupling"
  case decouplingStance = "decoupling stance with holder"
  case decouplingDomain = "decoupling domain"
  case threatPresent = "threat"
  case threatFrom = "threat from with polarity"
  case threatDomain = "threat domain"
  case blamePresent = "blame"
  case blameTarget = "blame target"
  case blameType = "blame target with type"
  case rationale
  case recognition
  case voice = "voice (quoted, question)"

  /// What a coding says under this measure, as a set of labels.
  func labels(_ codes: GoldCodes) -> Set<String> {
    switch self {
    case .decouplingPresent: codes.decoupling.isEmpty ? [] : ["present"]
    case .decouplingStance:
      Set(codes.decoupling.flatMap { code in code.stance.map { "\(code.holder.rawValue) \($0.rawValue)" } })
    case .decouplingDomain: Set(codes.decoupling.flatMap { $0.domain.map(\.rawValue) })
    case .threatPresent: codes.threat.isEmpty ? [] : ["present"]
    case .threatFrom: Set(codes.threat.map { "\($0.from.rawValue) \($0.polarity.rawValue)" })
    case .threatDomain: Set(codes.threat.flatMap { $0.domain.map(\.rawValue) })
    case .blamePresent: codes.blame.isEmpty ? [] : ["present"]
    case .blameTarget: Set(codes.blame.map(\.target.rawValue))
    case .blameType: Set(codes.blame.map { "\($0.target.rawValue) \($0.type.rawValue)" })
    case .rationale: Set(codes.rationale.map(\.rawValue))
    case .recognition: codes.recognition ? ["present"] : []
    case .voice: codes.voice == .own ? [] : [codes.voice.rawValue]
    }
  }

  /// Whether it says more than that something is present.
  var hasLabels: Bool { ![.decouplingPresent, .threatPresent, .blamePresent, .recognition].contains(self) }

  /// The agreement on one item.
  func accuracy(of item: ValidationItem) -> Accuracy {
    Accuracy(coded: labels(GoldCodes(pooling: item.coded)), reference: labels(item.gold))
  }

  /// The evidence that the analyzers give for what they coded.
  func evidence(in sentences: [CodedSentence]) -> [Evidence] {
    switch self {
    case .decouplingPresent, .decouplingStance, .decouplingDomain:
      sentences.flatMap { $0.decoupling.flatMap(\.terms) }
    case .threatPresent, .threatFrom, .threatDomain: sentences.flatMap { $0.threat.flatMap(\.evidence) }
    case .blamePresent, .blameTarget, .blameType: sentences.flatMap { $0.blame.flatMap(\.evidence) }
    case .rationale: sentences.flatMap { $0.rationale.flatMap(\.evidence) }
    case .recognition: sentences.flatMap(\.recognition)
    case .voice: []
    }
  }
}
