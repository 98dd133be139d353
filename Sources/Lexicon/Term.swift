public import DiscourseModel
internal import Segmentation

/// The grammatical form in which a term stands, where the notation tells it.
public enum WordForm: String, Sendable, Hashable {
  /// A word with no form, or a Chinese term.
  case plain
  /// The base form of a verb.
  case base
  /// The third person of a verb: undermines.
  case thirdPerson
  /// The past or the participle of a verb: undermined.
  case past
  /// The -ing form of a verb: undermining.
  case gerund
  /// A noun.
  case noun
}

/// What is wrong with a term's notation.
public struct TermError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and how it should be written.
  public let description: String
}

/// A term of an entry in the notation of the lexicons, taken apart.
public struct Term: Sendable, Hashable {
  /// A way in which a part of the term may stand in a text.
  public struct Surface: Sendable, Hashable {
    /// In normalized form.
    public var text: String
    /// The exact spelling, where case matters.
    public var exact: String?
    /// Whether the last word may go on.
    public var isOpen: Bool
    /// The grammatical form.
    public var form: WordForm
  }

  /// As it is written in the list.
  public var notation: String
  /// Its language.
  public var language: Language
  /// The parts between gaps, each with its surfaces.
  public var parts: [[Surface]]

  /// Reads a term.
  ///
  /// - Throws: ``TermError`` where the notation is wrong.
  public init(_ notation: String, language: Language) throws(TermError) {
    self.notation = notation
    self.language = language
    var parts: [[Surface]] = []
    // … begins with the byte E2, which hardly any term holds.
    let pieces =
      notation.utf8.contains(0xE2) ? notation.split(separator: "…", omittingEmptySubsequences: false) : [notation[...]]
    for piece in pieces {
      let text = String(piece).trimmingSpaces()
      guard !text.isEmpty else { throw TermError(description: "\(notation): a gap … needs words on both sides") }
      parts.append(language == .en ? try Self.english(text) : try Self.plain(text))
    }
    guard parts.count <= 2 else { throw TermError(description: "\(notation): only one gap … is allowed") }
    self.parts = parts
  }

  private static func plain(_ text: String) throws(TermError) -> [Surface] {
    let isExact = text.hasPrefix("=")
    let word = isExact ? String(text.dropFirst()) : text
    return [Surface(text: try normalized(word), exact: isExact ? word : nil, isOpen: false, form: .plain)]
  }

  private static func english(_ text: String) throws(TermError) -> [Surface] {
    if text.hasPrefix("=") { return try plain(text) }
    var surfaces = [Surface(text: "", exact: nil, isOpen: false, form: .plain)]
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      let forms = try Inflection.forms(of: String(word))
      var longer: [Surface] = []
      for surface in surfaces {
        for form in forms {
          let isOpen = form.text.hasSuffix("*")
          guard !isOpen || index == words.count - 1 else {
            throw TermError(description: "\(text): * may stand only at the end of the last word")
          }
          let piece = isOpen ? String(form.text.dropLast()) : form.text
          guard !isOpen || piece.count >= 4 else {
            throw TermError(description: "\(text): a stem before * needs at least four letters")
          }
          longer.append(
            Surface(
              text: surface.text.isEmpty ? piece : surface.text + " " + piece, exact: nil, isOpen: isOpen,
              form: surface.form == .plain ? form.form : surface.form))
        }
      }
      surfaces = longer
    }
    var normalizedSurfaces: [Surface] = []
    for var surface in surfaces {
      surface.text = try normalized(surface.text)
      normalizedSurfaces.append(surface)
    }
    return normalizedSurfaces
  }

  private static func normalized(_ text: String) throws(TermError) -> String {
    // Small letters, digits and plain marks are in normalized form already.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && !(0x41...0x5A).contains($0) }),
      !text.contains("  ")
    {
      return text
    }
    do {
      return String(decoding: try NormalizedText(Array(text.utf8)).bytes, as: UTF8.self)
    } catch {
      throw TermError(description: "\(text): \(error)")
    }
  }
}

extension String {
  /// The string without white space at its ends.
  func trimmingSpaces() -> String {
    if let first = utf8.first, let last = utf8.last, (0x21..<0x7F).contains(first), (0x21..<0x7F).contains(last) {
      return self
    }
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let start = firstIndex(where: { !isSpace($0) }), let end = lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(self[start...end])
  }
}
