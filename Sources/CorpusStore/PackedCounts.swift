internal import DiscourseModel

/// The counts of a statement as the table `count` keeps them: a JSON object of whole numbers.
enum PackedCounts {
  /// Writes counts; names are plain ASCII, so that nothing is escaped.
  static func text(_ counts: StatementCounts) -> String {
    "{" + counts.entries.map { "\"\($0.name)\":\($0.count)" }.joined(separator: ",") + "}"
  }

  /// Reads counts by the million: each name is looked up once, then known by its hash.
  struct Reader {
    private var slots: [UInt64: StatementCounts.Slot?] = [:]

    /// Adds the counts of a text to others; names that are not known are left out.
    mutating func add(_ text: String, to counts: inout StatementCounts) {
      let bytes = text.utf8.span
      var name = 0..<0
      var hash: UInt64 = 0
      var number = 0
      var isName = false
      for index in 0..<bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0x22 where isName:  // the closing quotation mark
          name = name.lowerBound..<index
          isName = false
        case 0x22:
          name = index + 1..<index + 1
          hash = 0xcbf2_9ce4_8422_2325
          isName = true
        case 0x30...0x39 where !isName: number = 10 &* number &+ Int(byte - 0x30)
        case 0x2C, 0x7D:  // , }
          if !name.isEmpty, let slot = slot(hash, name: name, of: bytes) { counts.add(number, to: slot) }
          name = 0..<0
          number = 0
        default: if isName { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
      }
    }

    private mutating func slot(_ hash: UInt64, name: Range<Int>, of bytes: Span<UInt8>) -> StatementCounts.Slot? {
      if let known = slots[hash] { return known }
      let slot = StatementCounts.Slot(name: String(decoding: name.map { bytes[$0] }, as: UTF8.self))
      slots[hash] = .some(slot)
      return slot
    }
  }
}
