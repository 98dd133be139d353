/// Corrections of p-values where many questions are asked at once.
public enum MultipleTesting {
  /// q-values that bound the share of false findings (Benjamini & Hochberg 1995): q₍ᵢ₎ = min over j ≥ i of m p₍ⱼ₎ / j.
  ///
  /// - Parameters:
  ///   - values: p-values in any order; the result has the same order.
  /// - Complexity: O(m log m).
  public static func benjaminiHochberg(_ values: [Double]) -> [Double] {
    let count = Double(values.count)
    var smallest = 1.0
    var adjusted = values
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated().reversed() {
      smallest = min(smallest, count * values[index] / Double(rank + 1))
      adjusted[index] = smallest
    }
    return adjusted
  }

  /// p-values that bound the chance of any false finding (Holm 1979).
  ///
  /// - Parameters:
  ///   - values: p-values in any order; the result has the same order.
  /// - Complexity: O(m log m).
  public static func holm(_ values: [Double]) -> [Double] {
    var largest = 0.0
    var adjusted = values
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      largest = min(1, max(largest, Double(values.count - rank) * values[index]))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// q-values where some p-values are not known; those stay unknown.
  public static func benjaminiHochberg(_ values: [Double?]) -> [Double?] {
    var adjusted = benjaminiHochberg(values.compactMap { $0 })[...]
    return values.map { $0 == nil ? nil : adjusted.removeFirst() }
  }
}
