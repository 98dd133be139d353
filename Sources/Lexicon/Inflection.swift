/// The English word forms that the notation `/v` and `/n` stands for.
enum Inflection {
  struct Form: Hashable {
    var text: String
    var form: WordForm
  }

  /// The forms of one word of a term: `coerce/v`, `steal/v(stole,stolen)`, `crisis/n(crises)`, or a plain word.
  static func forms(of word: String) throws(TermError) -> [Form] {
    guard word.count(where: { $0 == "(" }) == word.count(where: { $0 == ")" }) else {
      throw TermError(description: "\(word): a bracket is missing; in a list, quote a term that holds a comma")
    }
    guard let slash = word.lastIndex(of: "/"), slash != word.startIndex else { return [Form(text: word, form: .plain)] }
    let stem = String(word[..<slash])
    let tail = word[word.index(after: slash)...]
    let irregular = tail.dropFirst().trimming(from: "(", to: ")").split(separator: ",").map {
      String($0).trimmingSpaces()
    }
    switch tail.first {
    case "v" where tail.count == 1 || tail.hasSuffix(")"): return verb(stem, irregular: irregular)
    case "n" where tail.count == 1 || tail.hasSuffix(")"): return noun(stem, irregular: irregular)
    default:
      // A slash inside a word (24/7) is no notation.
      guard tail.first?.isLetter == true, tail.count <= 2 else { return [Form(text: word, form: .plain)] }
      throw TermError(description: "\(word): after / stands v (verb) or n (noun), with irregular forms in brackets")
    }
  }

  private static func verb(_ stem: String, irregular: [String]) -> [Form] {
    var forms = [Form(text: stem, form: .base), Form(text: thirdPerson(stem), form: .thirdPerson)]
    for past in irregular.isEmpty ? pasts(stem) : irregular { forms.append(Form(text: past, form: .past)) }
    for gerund in gerunds(stem) { forms.append(Form(text: gerund, form: .gerund)) }
    return unique(forms)
  }

  private static func noun(_ stem: String, irregular: [String]) -> [Form] {
    let plurals = irregular.isEmpty ? [thirdPerson(stem)] : irregular
    return unique([Form(text: stem, form: .noun)] + plurals.map { Form(text: $0, form: .noun) })
  }

  private static func thirdPerson(_ stem: String) -> String {
    if endsInConsonantY(stem) { return stem.dropLast() + "ies" }
    if ["s", "x", "z", "ch", "sh"].contains(where: stem.hasSuffix) { return stem + "es" }
    return stem + "s"
  }

  private static func pasts(_ stem: String) -> [String] {
    if stem.hasSuffix("e") { return [stem + "d"] }
    if endsInConsonantY(stem) { return [stem.dropLast() + "ied"] }
    return doubled(stem).map { $0 + "ed" }
  }

  private static func gerunds(_ stem: String) -> [String] {
    if stem.hasSuffix("ie") { return [stem.dropLast(2) + "ying"] }
    if stem.hasSuffix("e"), !stem.hasSuffix("ee") { return [stem.dropLast() + "ing"] }
    return doubled(stem).map { $0 + "ing" }
  }

  /// The stem, and the stem with its last consonant doubled where a vowel stands before it (block, but stop → stopp).
  private static func doubled(_ stem: String) -> [String] {
    let letters = Array(stem)
    guard letters.count >= 3, let last = letters.last, !"aeiouwxy".contains(last),
      "aeiou".contains(letters[letters.count - 2]), !"aeiou".contains(letters[letters.count - 3])
    else { return [stem] }
    return [stem, stem + String(last)]
  }

  private static func endsInConsonantY(_ stem: String) -> Bool {
    guard stem.hasSuffix("y"), let before = stem.dropLast().last else { return false }
    return !"aeiou".contains(before)
  }

  private static func unique(_ forms: [Form]) -> [Form] {
    var seen: Set<String> = []
    return forms.filter { seen.insert($0.text).inserted }
  }
}

extension Substring {
  fileprivate func trimming(from open: Character, to close: Character) -> Substring {
    guard first == open, last == close else { return "" }
    return dropFirst().dropLast()
  }
}
