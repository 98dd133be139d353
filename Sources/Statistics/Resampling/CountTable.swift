/// Counts of documents: a row a document, a column a count; zeros take no room.
///
/// All figures of a report come from the same columns, so that they share their resamples: differences, ratios and
/// distances between figures are then known as well as the figures themselves.
public struct CountTable: Sendable {
  /// How many documents there are.
  public let documents: Int
  /// How many columns there are.
  public let width: Int
  private var starts: [Int]
  private var columns: [Int32]
  private var values: [Double]
  /// For each column its sum, the sum of its squares, and how many documents have it.
  let moments: [(sum: Double, squares: Double, documents: Int)]

  /// A table from its columns, each with a value for each document.
  public init(documents: Int, columns all: [[Double]]) {
    precondition(all.allSatisfy { $0.count == documents }, "a value for each document")
    (self.documents, width) = (documents, all.count)
    (starts, columns, values) = ([0], [], [])
    starts.reserveCapacity(documents + 1)
    for row in 0..<documents {
      for (column, cells) in all.enumerated() where cells[row] != 0 {
        columns.append(Int32(column))
        values.append(cells[row])
      }
      starts.append(columns.count)
    }
    moments = all.map { column in
      column.reduce(into: (0, 0, 0)) { moments, value in
        moments.0 += value
        moments.1 += value * value
        if value != 0 { moments.2 += 1 }
      }
    }
  }

  /// A column with a value for each document.
  public func column(_ index: Int) -> [Double] {
    var result = [Double](repeating: 0, count: documents)
    for row in 0..<documents {
      for place in starts[row]..<starts[row + 1] where columns[place] == index { result[row] = values[place] }
    }
    return result
  }

  /// Some columns, each with a value for each document.
  func columns(_ wanted: Set<Int>) -> [Int: [Double]] {
    var places = [Int](repeating: -1, count: width)
    let order = wanted.sorted()
    for (place, column) in order.enumerated() { places[column] = place }
    var result = [[Double]](repeating: [Double](repeating: 0, count: documents), count: order.count)
    for row in 0..<documents {
      for cell in starts[row]..<starts[row + 1] {
        let place = places[Int(columns[cell])]
        if place >= 0 { result[place][row] = values[cell] }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(order, result))
  }

  /// All columns, each with a value for each document.
  public var allColumns: [[Double]] {
    var result = [[Double]](repeating: [Double](repeating: 0, count: documents), count: width)
    for row in 0..<documents {
      for place in starts[row]..<starts[row + 1] { result[Int(columns[place])][row] = values[place] }
    }
    return result
  }

  /// The sum of each column.
  public var sums: [Double] { moments.map(\.sum) }

  /// Adds a document's counts to sums that begin at `offset`.
  @inline(__always)
  fileprivate func add(_ row: Int, to sums: inout [Double], at offset: Int) {
    for place in starts[row]..<starts[row + 1] { sums[offset + Int(columns[place])] += values[place] }
  }

  /// The documents gathered at random into so many units, each with the sums of its documents.
  ///
  /// Resampling such random groups in place of single documents gives the same variance (Wolter 2007, ch. 2), and takes
  /// time in proportion to the units.
  public func gathered(into units: Int, seed: UInt64) -> CountTable {
    guard documents > units else { return self }
    var generator = SeededGenerator(seed: seed)
    var order = Array(0..<documents)
    order.shuffle(using: &generator)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: units), count: width)
    for (place, row) in order.enumerated() {
      let unit = place * units / documents
      for cell in starts[row]..<starts[row + 1] { sums[Int(columns[cell])][unit] += values[cell] }
    }
    return CountTable(documents: units, columns: sums)
  }

  /// The documents of two tables with the same columns, in order.
  static func + (left: CountTable, right: CountTable) -> CountTable {
    CountTable(documents: left.documents + right.documents, columns: zip(left.allColumns, right.allColumns).map(+))
  }
}

/// The sums of all columns in each of many resamples.
public struct ResampledSums: Sendable {
  /// How many columns there are.
  public let width: Int
  fileprivate var sums: [Double]

  fileprivate init(width: Int, replicates: Int) {
    self.width = width
    sums = [Double](repeating: 0, count: width * replicates)
  }

  /// How many resamples there are.
  public var replicates: Int { width == 0 ? 0 : sums.count / width }

  /// The sum of a column in a resample.
  public subscript(replicate: Int, column: Int) -> Double { sums[replicate * width + column] }
}

extension CountTable {
  /// The sums in resamples of documents, drawn with replacement.
  ///
  /// - Complexity: O(replicates · values that are not zero).
  public func resampled(replicates: Int, seed: UInt64) -> ResampledSums {
    var result = ResampledSums(width: width, replicates: replicates)
    var generator = SeededGenerator(seed: seed)
    for replicate in 0..<replicates {
      for _ in 0..<documents { add(generator.below(documents), to: &result.sums, at: replicate * width) }
    }
    return result
  }

  /// The sums over random subsets of so many documents, drawn without replacement: what one of two groups would have if
  /// documents belonged to them by chance.
  ///
  /// - Complexity: O(replicates · values that are not zero in a subset).
  public func subsets(of size: Int, replicates: Int, seed: UInt64) -> ResampledSums {
    precondition((0...documents).contains(size), "no more than all documents")
    var result = ResampledSums(width: width, replicates: replicates)
    var generator = SeededGenerator(seed: seed)
    var order = Array(0..<documents)
    for replicate in 0..<replicates {
      for place in 0..<size {
        order.swapAt(place, place + generator.below(documents - place))
        add(order[place], to: &result.sums, at: replicate * width)
      }
    }
    return result
  }
}
