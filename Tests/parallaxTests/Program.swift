import Foundation
import TestSupport

/// The built program, run as its users do.
enum Program {
  private static let url = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appendingPathComponent("parallax")

  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the program and waits for its end.
  static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (out, err, stdin) = (
      folder.appendingPathComponent("out"), folder.appendingPathComponent("err"), folder.appendingPathComponent("in")
    )
    for file in [out, err] { try Data().write(to: file) }
    try Data(input.utf8).write(to: stdin)
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Starts the program and kills it after a time, as a power cut would; returns whether it had ended by itself before.
  static func kill(_ arguments: [String], afterSeconds seconds: Double) throws -> Bool {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    let hasEnded = !process.isRunning
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return hasEnded
  }
}
