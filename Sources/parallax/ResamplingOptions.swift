public import ArgumentParser
import DiscourseModel
import Reporting
public import Statistics

extension IntervalMethod: ExpressibleByArgument {}

/// What a user may say about intervals and tests.
struct ResamplingOptions: ParsableArguments {
  @Option(help: "The seed of everything that is random.")
  var seed: UInt64 = 1

  @Option(help: "How many resamples stand behind an interval.")
  var replicates = 2000

  @Option(help: "How many permutations stand behind a p.")
  var permutations = 1999

  @Option(help: "How intervals are read from resamples: percentile (widened where statements are few) or bca.")
  var interval: IntervalMethod = .percentile

  func validate() throws {
    guard (100...100_000).contains(replicates) else { throw ValidationError("--replicates must be 100 to 100000") }
    guard (19...100_000).contains(permutations) else { throw ValidationError("--permutations must be 19 to 100000") }
  }

  /// What was typed, as the library takes it.
  var resampling: Resampling {
    Resampling(
      bootstrap: Bootstrap(replicates: replicates, seed: seed), permutations: permutations, method: interval)
  }
}

/// A field of metadata, as options take it.
struct FieldArgument: ExpressibleByArgument {
  let key: MetadataKey

  init(key: MetadataKey) { self.key = key }

  init?(argument: String) {
    guard !argument.isEmpty else { return nil }
    key = MetadataKey(parsing: argument)
  }

  var defaultValueDescription: String { key.name }
}
