internal import DiscourseModel
internal import Foundation

/// Keeps a second writer away for as long as this value lives; the system lets go of it when the program ends, however it ends.
///
/// SQLite's own locks last a transaction; a build has many of them. The lock is on a file of its own beside the corpus, since
/// closing the corpus's file would take SQLite's locks away. It goes with the writer; one that is left behind is taken over.
final class WriterLock: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Takes the lock on a corpus.
  ///
  /// - Throws: a ``Diagnostic`` where another program has it, or where its folder may not be written to.
  init(corpus: String) throws(Diagnostic) {
    path = corpus + "-lock"
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      let place = SourceLocation(file: corpus)
      guard descriptor >= 0 else {
        let reason = unsafe String(cString: strerror(errno)).lowercased()
        throw Diagnostic(at: place, "cannot be written (\(reason)); check the folder and its permissions")
      }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw Diagnostic(at: place, CorpusFailure.inUse)
      }
      if Self.is(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      // The one who had it took the file away between the opening and the lock.
      close(descriptor)
    }
  }

  deinit {
    unsafe unlink(path)
    close(descriptor)
  }

  /// Whether an open file is the one at a path.
  private static func `is`(_ descriptor: Int32, at path: String) -> Bool {
    var opened = stat()
    var named = stat()
    guard unsafe fstat(descriptor, &opened) == 0, unsafe stat(path, &named) == 0 else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
