import CorpusStore
import DiscourseModel
import Reporting

/// What the commands of a corpus print.
enum CorpusTables {
  /// A row for each statement.
  static func statements(_ statements: [StatementSummary]) -> Table {
    let rows = statements.map { statement -> [Cell] in
      let known = statement.metadata
      let texts = [
        known.id, known.side?.rawValue, known.date?.description, known.language?.rawValue, known.institution,
        known.title,
      ]
      return texts.map { $0.map(Cell.text) ?? .missing } + [
        .integer(statement.counts.allSentences), .integer(statement.counts.words),
      ]
    }
    return Table(
      columns: ["id", "side", "date", "language", "institution", "title", "sentences", "words"], rows: rows)
  }

  /// A row for each file.
  static func files(_ files: [CorpusFileListing]) -> Table {
    Table(
      columns: ["file", "statements", "left out", "options", "state"],
      rows: files.map { file in
        [
          .text(file.path), .integer(file.statements), .integer(file.failed), .text(file.options),
          .text(file.isWhole ? "whole" : "read in part"),
        ]
      })
  }

  /// What a corpus holds, a row for each thing.
  static func info(_ info: CorpusInfo) -> Table {
    var rows: [[Cell]] = [
      [.text("statements"), .integer(info.statements)]
    ]
    rows += info.sides.map { [.text("… of \($0.side)"), .integer($0.statements)] }
    rows += info.languages.map { [.text("… in \($0.language)"), .integer($0.statements)] }
    rows += [
      [.text("sentences"), .integer(info.sentences)], [.text("words"), .integer(info.words)],
      [.text("different words"), .integer(info.forms)], [.text("files"), .integer(info.files)],
      [.text("documents left out"), .integer(info.failed)],
    ]
    if let dates = info.dates {
      rows += [[.text("first date"), .text(dates.lowerBound)], [.text("last date"), .text(dates.upperBound)]]
    }
    for identity in info.identities {
      let segmentation = identity.segmentation.isEmpty ? "the program's own" : identity.segmentation
      rows += [
        [.text("coded by"), .text(identity.program)], [.text("… with ICU"), .text(identity.icu)],
        [.text("… normalization"), .text(identity.normalization)], [.text("… lexicons"), .text(identity.lexicons)],
        [.text("… convention of words"), .text(segmentation)],
      ]
    }
    rows += [
      [.text("version of the tables"), .integer(info.schemaVersion)],
      [.text("state"), .text(info.isWhole ? "whole" : "not built to its end")],
    ]
    return Table(columns: ["", "value"], rows: rows)
  }
}
