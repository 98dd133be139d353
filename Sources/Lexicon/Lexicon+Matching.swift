public import Segmentation

extension Lexicon {
  /// The widest gap of a term, in UTF-8 bytes of the original: some ten English words or twenty Chinese characters.
  static let widestGap = 60

  /// The entries that fire in a stretch of a segmented text, by their start, longer ones first.
  ///
  /// Inside one list the longest term wins, leftmost first; a name of an actor, or a trap, hides every term inside it.
  /// Entries whose required terms are missing from the stretch, or whose excluded ones stand in it, do not fire.
  ///
  /// - Parameters:
  ///   - text: a text that was segmented with this lexicon's ``termSet``.
  ///   - range: the stretch, usually a sentence.
  /// - Complexity: O(k log k) for k terms in the stretch.
  public func matches(in text: SegmentedText, range: Range<Int>) -> [LexiconMatch] {
    var found: [LexiconMatch] = []
    var openings: [(reference: Reference, range: Range<Int>)] = []
    var gapped: [(match: LexiconMatch, last: Range<Int>)] = []
    var excluded: Set<Int> = []
    var required: Set<Int> = []
    for index in text.termIndices(in: range) {
      let term = text.terms[index]
      guard term.range.upperBound <= range.upperBound else { continue }
      for reference in references[term.term] {
        switch reference.use {
        case .excludes: excluded.insert(reference.entry)
        case .requires: required.insert(reference.entry)
        case .part(0, of: 1):
          found.append(LexiconMatch(entry: reference.entry, range: term.range, form: reference.form))
        case .part(0, of: _): openings.append((reference, term.range))
        case .part:
          if let match = close(reference, at: term.range, openings: openings, in: text) {
            gapped.append((match, term.range))
          }
        }
      }
    }
    // What ends a term with a gap is not its end where it is part of a longer term: 带来…威胁 is not in 带来机遇而不是威胁.
    found += gapped.filter { gap in
      !found.contains { longer in
        lists[longer.entry] == lists[gap.match.entry] && longer.range.count > gap.last.count
          && longer.range.lowerBound <= gap.last.lowerBound && gap.last.upperBound <= longer.range.upperBound
      }
    }.map(\.match)
    found.removeAll { match in
      excluded.contains(match.entry) || (!entries[match.entry].requires.isEmpty && !required.contains(match.entry))
    }
    return resolved(found)
  }

  /// Joins the second part of a term with the nearest first part before it in the same clause.
  private func close(
    _ reference: Reference, at range: Range<Int>, openings: [(reference: Reference, range: Range<Int>)],
    in text: SegmentedText
  ) -> LexiconMatch? {
    let opening = openings.last {
      $0.reference.entry == reference.entry && $0.reference.term == reference.term
        && $0.range.upperBound <= range.lowerBound
    }
    guard let opening, range.lowerBound - opening.range.upperBound <= Self.widestGap else { return nil }
    let gap = text.bytes[opening.range.upperBound..<range.lowerBound]
    guard !ClauseMarks.separates(Array(gap)) else { return nil }
    return LexiconMatch(
      entry: reference.entry, range: opening.range.lowerBound..<range.upperBound, form: opening.reference.form)
  }

  private func resolved(_ matches: [LexiconMatch]) -> [LexiconMatch] {
    guard !matches.isEmpty else { return [] }
    let sorted = matches.sorted {
      if $0.range.lowerBound != $1.range.lowerBound { return $0.range.lowerBound < $1.range.lowerBound }
      if $0.range.upperBound != $1.range.upperBound { return $0.range.upperBound > $1.range.upperBound }
      return $0.entry < $1.entry
    }
    var kept: [LexiconMatch] = []
    var coverEnd = -1
    var coverStart = -1
    var listEnds = [Int](repeating: 0, count: ListName.allCases.count)
    for match in sorted {
      let list = lists[match.entry]
      let number = listNumbers[match.entry]
      if match.range.lowerBound < coverEnd,
        !(match.range.lowerBound == coverStart && match.range.upperBound == coverEnd)
      {
        // Inside, or across the end of, an actor's name.
        if match.range.upperBound <= coverEnd || list.coversOthers { continue }
      }
      if match.range.lowerBound < listEnds[number] { continue }
      listEnds[number] = match.range.upperBound
      if list.coversOthers { (coverStart, coverEnd) = (match.range.lowerBound, match.range.upperBound) }
      kept.append(match)
    }
    return kept
  }
}

/// The marks that end a clause.
public enum ClauseMarks {
  /// Whether a stretch holds a mark that ends a clause: comma, semicolon, colon, full stop, dash.
  public static func separates(_ bytes: [UInt8]) -> Bool {
    var position = 0
    while position < bytes.count {
      let (scalar, next) = Characters.decode(bytes, at: position)
      if isMark(
        scalar, after: position > 0 ? bytes[position - 1] : 0x20, before: next < bytes.count ? bytes[next] : 0x20)
      {
        return true
      }
      position = next
    }
    return false
  }

  /// Whether a character ends a clause; a comma or a stop between digits does not.
  public static func isMark(_ scalar: UInt32, after previous: UInt8, before next: UInt8) -> Bool {
    switch scalar {
    case 0x2C, 0x2E, 0x3A: !(Characters.isWord(previous) && Characters.isWord(next)) && scalar != 0x2E
    case 0x3B, 0x21, 0x3F, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x2014, 0x2026: true
    default: false
    }
  }
}

extension Lexicon {
  /// The entries for which a term of ``termSet`` stands.
  public func entries(ofTerm number: Int) -> [Entry] {
    var seen: Set<Int> = []
    return references[number].map(\.entry).filter { seen.insert($0).inserted }.map { entries[$0] }
  }
}
