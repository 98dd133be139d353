internal import CICU

/// What ICU's word rules see in a character, as far as a simple machine can follow them.
///
/// The classes are those of Unicode's Word_Break property (UAX #29) with the changes of ICU's root rules: `@` is a letter,
/// a colon joins nothing, full-width digits are digits. They are plain bytes, since the machine compares them at every
/// character of a text.
enum CharacterClass {
  /// Breaks on both sides: most marks and symbols.
  static let other = UInt8(CICU_CLASS_OTHER)
  /// Ends a line.
  static let newline = UInt8(CICU_CLASS_NEWLINE)
  /// White space that goes together.
  static let space = UInt8(CICU_CLASS_SPACE)
  /// A letter.
  static let letter = UInt8(CICU_CLASS_LETTER)
  /// A digit.
  static let numeric = UInt8(CICU_CLASS_NUMERIC)
  /// The low line and its like, which join letters and digits.
  static let extender = UInt8(CICU_CLASS_EXTENDER)
  /// Joins letters.
  static let midLetter = UInt8(CICU_CLASS_MID_LETTER)
  /// Joins letters, and joins digits: a stop, an apostrophe.
  static let midBoth = UInt8(CICU_CLASS_MID_BOTH)
  /// Joins digits: a comma.
  static let midNumber = UInt8(CICU_CLASS_MID_NUMBER)
  /// A Han character, which ICU's dictionary segments.
  static let han = UInt8(CICU_CLASS_HAN)
  /// Goes with the character before it: combining marks, format characters.
  static let attached = UInt8(CICU_CLASS_ATTACHED)
  /// Follows rules that only ICU's own engine knows: kana, Hangul, Hebrew, Thai, pictographs, flags, all other planes.
  static let foreign = UInt8(CICU_CLASS_FOREIGN)
}
