/// Something that is wrong with the input, in words that tell the user where it is and what to do.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The input cannot be used.
    case error
    /// The input is used, but the user should know.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// Where it is.
  public var location: SourceLocation
  /// What is wrong and what to do, in one line.
  public var message: String

  /// A message about a place.
  public init(_ severity: Severity = .error, at location: SourceLocation, _ message: String) {
    self.severity = severity
    self.location = location
    self.message = message
  }

  /// `file:line: error: message`.
  public var description: String { "\(location): \(severity.rawValue): \(message)" }
}
