import ArgumentParser
import DiscourseModel
import Foundation
import ParallaxKit

/// The exit codes of the program.
enum ExitStatus {
  static let wrongInput = ExitCode(1)
  static let wrongUsage = ExitCode(2)
  static let partlyDone = ExitCode(3)
}

/// Turns what went wrong into a line on standard error and an exit code.
enum Failure {
  static func exit(with error: any Error) -> Never {
    switch error {
    case let code as ExitCode: Foundation.exit(code.rawValue)
    case let diagnostic as Diagnostic: stop(diagnostic.description)
    case let failure as LexiconFailure: stop(failure.description)
    case let failure as OutputError: stop("parallax: error: \(failure.description)")
    default: break
    }
    // Help and version are no errors; everything else that the parser says is wrong usage.
    let status = ParallaxCommand.exitCode(for: error)
    let message = ParallaxCommand.fullMessage(for: error)
    if status == .success {
      Output.standard.write(message + "\n")
      Foundation.exit(0)
    }
    guard status == .validationFailure else { stop("parallax: error: \(error)") }
    Output.error.write(message + "\n")
    Foundation.exit(ExitStatus.wrongUsage.rawValue)
  }

  private static func stop(_ line: String) -> Never {
    Output.error.write(line + "\n")
    Foundation.exit(ExitStatus.wrongInput.rawValue)
  }
}
