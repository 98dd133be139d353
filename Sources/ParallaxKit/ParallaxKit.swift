internal import Lexicon
public import Reporting
internal import Segmentation

/// Parallax as a library: read statements, segment them, code them, count, report.
public enum Parallax {
  /// The program's version, after Semantic Versioning.
  public static let version = "0.1.0"
  /// The version of the annotation record; it rises when a field is added.
  public static let schemaVersion = "1.1"

  /// What every output with figures says of how it was made.
  public static func provenance(_ library: LexiconLibrary, options: [String]) -> Provenance {
    Provenance(
      program: "parallax \(version)", icu: ICU.version, lexicons: library.hash, options: options)
  }
}
