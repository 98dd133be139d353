/// Which labels of a measure the analyzers take for which.
///
/// Labels that both codings give stand on the diagonal. What one coding alone gives is paired with what the other alone
/// gives in the same sentence, in the order of the labels; what finds no partner is paired with ``none``.
public struct ConfusionTable: Sendable, Hashable {
  /// The label of what has no partner.
  public static let none = "(none)"

  /// The measure.
  public let measure: Measure
  /// The labels that occur in either coding, and last ``none``.
  public let labels: [String]
  /// How often the coder gave the label of the row and the analyzers that of the column.
  public let counts: [[Int]]

  /// Counts the labels of all items.
  ///
  /// - Complexity: O(n + k²) for n labels given, k of them different.
  init(_ measure: Measure, _ items: [ValidationItem]) {
    let pairs = items.flatMap {
      Self.pairs(coder: measure.labels($0.gold), analyzers: measure.labels(GoldCodes(pooling: $0.coded)))
    }
    let labels = Set(pairs.flatMap { [$0.coder, $0.analyzers] }).subtracting([Self.none]).sorted() + [Self.none]
    let number = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0) })
    var counts = [[Int]](repeating: [Int](repeating: 0, count: labels.count), count: labels.count)
    for pair in pairs {
      guard let row = number[pair.coder], let column = number[pair.analyzers] else { continue }
      counts[row][column] += 1
    }
    (self.measure, self.labels, self.counts) = (measure, labels, counts)
  }

  private static func pairs(coder: Set<String>, analyzers: Set<String>) -> [(coder: String, analyzers: String)] {
    let missed = coder.subtracting(analyzers).sorted()
    let added = analyzers.subtracting(coder).sorted()
    let differing = (0..<max(missed.count, added.count)).map { index in
      (
        coder: missed.indices.contains(index) ? missed[index] : none,
        analyzers: added.indices.contains(index) ? added[index] : none
      )
    }
    return coder.intersection(analyzers).map { ($0, $0) } + differing
  }

  /// The confusions proper, most frequent first.
  public var errors: [(coder: String, analyzers: String, count: Int)] {
    let cells = labels.indices.flatMap { row in
      labels.indices.compactMap { column in
        row == column || counts[row][column] == 0
          ? nil : (coder: labels[row], analyzers: labels[column], count: counts[row][column])
      }
    }
    return cells.sorted { ($1.count, $0.coder, $0.analyzers) < ($0.count, $1.coder, $1.analyzers) }
  }

  /// A row for each of the coder's labels, a column for each of the analyzers'.
  public var table: Table {
    Table(
      columns: ["coder ↓ analyzers →"] + labels,
      rows: labels.indices.map { row in [.text(labels[row])] + counts[row].map { .integer($0) } })
  }

  /// The table as JSON: the cells that are not empty.
  var json: JSONText {
    .object([
      ("code", .text(measure.rawValue)),
      (
        "cells",
        .list(
          labels.indices.flatMap { row in
            labels.indices.filter { counts[row][$0] > 0 }.map { column in
              .object([
                ("coder", .text(labels[row])), ("analyzers", .text(labels[column])),
                ("count", .integer(counts[row][column])),
              ])
            }
          })
      ),
    ])
  }
}
