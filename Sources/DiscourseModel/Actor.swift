/// Who acts, suffers, blames or is blamed in a statement: the actor codes of the coding scheme.
///
/// The raw value is the code as it stands in records and tables.
public enum Actor: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The United States: its government, organs, officials, armed forces and firms named as American.
  case us = "US"
  /// The People's Republic of China: its party, government, organs, officials, armed forces and firms.
  case prc = "PRC"
  /// Taiwan, its authorities and its separatist forces.
  case tw = "TW"
  /// Formal allies and partners of the United States, and "the West".
  case ally = "ALLY"
  /// Any other named state, body or group, and the world at large.
  case other = "OTHER"
  /// A state or people meant but not named ("certain countries", 个别国家).
  case unnamed = "UNNAMED"
  /// As the source of a threat only: a phenomenon or condition that is nobody's act.
  case none = "none"
  /// As the object of a threat only: rules, the international system, world peace, the world economy.
  case order

  /// The codes that name somebody, in the order in which tables list them.
  public static let named: [Actor] = [.us, .prc, .tw, .ally, .other, .unnamed]

  /// Tables and records list actors in the order of the coding scheme.
  public static func < (left: Actor, right: Actor) -> Bool { left.position < right.position }

  private var position: Int {
    switch self {
    case .us: 0
    case .prc: 1
    case .tw: 2
    case .ally: 3
    case .other: 4
    case .unnamed: 5
    case .none: 6
    case .order: 7
    }
  }
}

/// The side on which a document stands: whose officials, organs or state media speak in it.
public enum Side: String, Sendable, Hashable, CaseIterable {
  /// The United States.
  case us = "US"
  /// The People's Republic of China.
  case prc = "PRC"

  /// The side as an actor.
  public var actor: Actor {
    switch self {
    case .us: .us
    case .prc: .prc
    }
  }

  /// The side across the table.
  public var opposite: Side {
    switch self {
    case .us: .prc
    case .prc: .us
    }
  }

  /// Reads a side as people write it: `US`, `usa`, `prc`, `China`, 美方, 中国 …; nil for anything else.
  public init?(parsing text: String) {
    switch text.lowercased() {
    case "us", "usa", "u.s.", "united states", "america", "美国", "美方", "美": self = .us
    case "prc", "cn", "china", "p.r.c.", "people's republic of china", "中国", "中方", "中": self = .prc
    default: return nil
    }
  }
}

/// A language that Parallax codes.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// English.
  case en
  /// Chinese, in simplified or traditional characters.
  case zh

  /// Reads a language tag such as `en`, `en-US`, `zh-Hans`, `Chinese`, 中文; nil for any other language.
  public init?(parsing text: String) {
    let tag = text.lowercased()
    if tag == "en" || tag.hasPrefix("en-") || tag.hasPrefix("en_") || tag == "english" || tag == "英文" {
      self = .en
    } else if tag == "zh" || tag.hasPrefix("zh-") || tag.hasPrefix("zh_") || tag == "chinese" || tag == "中文" {
      self = .zh
    } else {
      return nil
    }
  }
}
