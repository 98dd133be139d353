/// Works on inputs in parallel and hands out the results in the order of input: the same with any number of tasks.
enum InOrder {
  /// What comes in: something to work on, or a result that is ready.
  enum Step<Input: Sendable, Output: Sendable>: Sendable {
    case work(Input)
    case ready(Output)
  }

  /// Works on everything that `feed` hands in; no more than `tasks` inputs wait at a time.
  ///
  /// - Parameters:
  ///   - tasks: how many inputs are worked on at once.
  ///   - work: turns an input into a result.
  ///   - feed: hands in the steps, in order.
  ///   - deliver: takes the results, in the same order.
  /// - Throws: what `feed` and `deliver` throw.
  static func run<Input, Output>(
    tasks: Int, work: @escaping @Sendable (Input) -> Output,
    feed: @escaping ((Step<Input, Output>) async throws -> Void) async throws -> Void,
    deliver: (Output) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var next = 0
      var due = 0
      var waiting: [Int: Output] = [:]
      func finish(_ number: Int, _ output: Output) async throws {
        waiting[number] = output
        while let ready = waiting.removeValue(forKey: due) {
          try await deliver(ready)
          due += 1
        }
      }
      try await feed { step in
        let number = next
        next += 1
        switch step {
        case .ready(let output): try await finish(number, output)
        case .work(let input): group.addTask { (number, work(input)) }
        }
        // Reading waits while enough inputs are on their way.
        while next - due - waiting.count >= tasks, let (done, output) = try await group.next() {
          try await finish(done, output)
        }
      }
      while let (done, output) = try await group.next() { try await finish(done, output) }
    }
  }
}
