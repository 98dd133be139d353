/// How statements were coded: with the same identity, the same text gets the same codes and words.
public struct CodingIdentity: Sendable, Hashable {
  /// The program, its version, and the version of the record.
  public var program: String
  /// ICU's version.
  public var icu: String
  /// The profile of normalization.
  public var normalization: String
  /// The hash of lists, rules and weights.
  public var lexicons: String
  /// The hash of the user's convention of words; empty for the program's own.
  public var segmentation: String

  /// An identity with its parts.
  public init(program: String, icu: String, normalization: String, lexicons: String, segmentation: String) {
    self.program = program
    self.icu = icu
    self.normalization = normalization
    self.lexicons = lexicons
    self.segmentation = segmentation
  }

  /// What differs from another identity, in the user's words.
  public func differences(from other: CodingIdentity) -> [String] {
    [
      (program != other.program, "version of the program"), (icu != other.icu, "version of ICU"),
      (normalization != other.normalization, "normalization"), (lexicons != other.lexicons, "lexicons"),
      (segmentation != other.segmentation, "segmentation options"),
    ].filter(\.0).map(\.1)
  }
}
