internal import DiscourseModel

/// The counts of a statement as the table `count` keeps them: a JSON object of whole numbers.
enum PackedCounts {
  /// Writes counts; names are plain ASCII, so that nothing is escaped.
  static func text(_ counts: StatementCounts) -> String {
    "{" + counts.entries.map { "\"\($0.name)\":\($0.count)" }.joined(separator: ",") + "}"
  }

  /// Reads counts by the million: each name is looked up once.
  struct Reader {
    private var slots: [String: StatementCounts.Slot?] = [:]

    /// Adds the counts of a text to others; names that are not known are left out.
    mutating func add(_ text: String, to counts: inout StatementCounts) {
      var name: [UInt8] = []
      var number = 0
      var isName = false
      for byte in text.utf8 {
        switch byte {
        case 0x22:  // "
          isName.toggle()
          if isName { name.removeAll(keepingCapacity: true) }
        case 0x30...0x39 where !isName: number = 10 * number + Int(byte - 0x30)
        case 0x2C, 0x7D:  // , }
          if !name.isEmpty { add(number, name: name, to: &counts) }
          number = 0
        default: if isName { name.append(byte) }
        }
      }
    }

    private mutating func add(_ count: Int, name bytes: [UInt8], to counts: inout StatementCounts) {
      let name = String(decoding: bytes, as: UTF8.self)
      let slot: StatementCounts.Slot?
      if let known = slots[name] {
        slot = known
      } else {
        slot = StatementCounts.Slot(name: name)
        slots[name] = .some(slot)
      }
      if let slot { counts.add(count, to: slot) }
    }
  }
}
