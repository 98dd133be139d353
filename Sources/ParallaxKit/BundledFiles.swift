internal import BundledLexicons

// The one file of this module that touches memory it does not own: the lexicons inside the program.

/// The lexicons that come with the program.
enum BundledFiles {
  /// Name and text of each file, by name.
  static func all() -> [(name: String, text: String)] {
    (0..<bundled_lexicon_count()).map { index in
      let name = unsafe String(cString: bundled_lexicon_name(index))
      let bytes = unsafe UnsafeBufferPointer(
        start: bundled_lexicon_bytes(index), count: Int(bundled_lexicon_size(index)))
      return (name, String(decoding: unsafe Array(bytes), as: UTF8.self))
    }
  }
}
