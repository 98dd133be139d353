import DiscourseModel
import TestSupport
import Testing

@testable import Segmentation

@Suite struct CorrectorTests {
  /// Sentences of a made-up convention: names with their office, numbers with their unit, words that ICU does not know.
  private func sentences(_ count: Int, seed: UInt64) -> [SegmentedSentence] {
    var random = RandomText(seed: seed)
    let actors = ["美方", "中方", "欧方", "日方", "王部长", "陈主席", "李司长", "发言人", "供应链", "产业链", "芯片", "特朗普"]
    let acts = ["脱钩", "断链", "甩锅", "泼脏水", "反对", "霸凌", "打压", "磋商", "去风险", "加征", "污名化", "卡脖子"]
    let objects = ["小院高墙", "双标", "贸易战", "威胁论", "友岸外包", "第一次", "第二轮", "2001年", "30％", "全过程", "高质量", "一个", "三项"]
    let links = ["的", "和", "把", "不会", "必须", "已经", "在", "同", "，"]
    func pick(_ list: [String]) -> String { list[random.below(list.count)] }
    return (0..<count).map { _ in
      var words: [String] = []
      for _ in 0..<(1 + random.below(3)) {
        words += [pick(actors), pick(links), pick(acts), pick(objects)]
        if random.below(2) == 0 { words.append(pick(links)) }
      }
      return SegmentedSentence(words: words + ["。"])
    }
  }

  private func f1(_ segmenter: Segmenter, on sentences: [SegmentedSentence]) throws -> Double {
    var score = SegmentationScore()
    for sentence in sentences {
      let text = try segmenter.segment(sentence.text)
      score.add(sentence, found: text.words.filter { $0.kind != .space }.map(\.range)) { _ in true }
    }
    return score.f1
  }

  @Test func fiveHundredSentencesTeachAConvention() throws {
    let trainer = try #require(SegmentationTrainer())
    var convention = UserConvention()
    convention.model = try trainer.train(sentences(500, seed: 1))
    let test = sentences(300, seed: 99)
    let plain = try f1(Segmenter(profile: .icu), on: test)
    let learned = try f1(Segmenter(convention: convention), on: test)
    #expect(learned >= plain + 0.08, "ICU \(plain), learned \(learned)")
    #expect(learned > 0.95)
  }

  @Test func theSameSentencesGiveTheSameModelAndAFileKeepsIt() throws {
    let trainer = try #require(SegmentationTrainer())
    let model = try trainer.train(sentences(60, seed: 3))
    #expect(try trainer.train(sentences(60, seed: 3)) == model)
    #expect(try SegmentationModel(model.fileText, file: "m") == model)
  }

  @Test(arguments: [
    ("", "m:1: error: not a segmentation model"),
    ("parallax-segmentation-model 1\nsentences 2\ntransitions 1 2\nvocabulary\n", "m:3: error: there must be sixteen"),
    (
      "parallax-segmentation-model 1\nsentences 2\ntransitions 1 2 3 4 1 2 3 4 1 2 3 4 1 2 3 4\nvocabulary\nzz 1 2",
      "m:5: error: a feature and four weights"
    ),
  ])
  func aDamagedModelIsNamedWithItsLine(text: String, message: String) {
    #expect { _ = try SegmentationModel(text, file: "m") } throws: { "\($0)".hasPrefix(message) }
  }

  @Test func aModelIsLosslessOnRandomText() throws {
    let trainer = try #require(SegmentationTrainer())
    var convention = UserConvention()
    convention.model = try trainer.train(sentences(40, seed: 5))
    let segmenter = Segmenter(convention: convention)
    var random = RandomText(seed: 8)
    for _ in 0..<500 {
      let text = random.text(1 + random.below(40))
      var end = 0
      for word in try segmenter.segment(text).words {
        #expect(word.range.lowerBound == end && word.range.upperBound > end)
        end = word.range.upperBound
      }
      #expect(end == text.utf8.count)
    }
  }

  @Test func bothFormsOfSegmentedSentencesAreRead() throws {
    let spaced = try SegmentedSentence.read("中方 反对 脱钩 。\n\nWe agreed , twice .\n", file: "a")
    #expect(spaced.map(\.text) == ["中方反对脱钩。", "We agreed, twice."])
    let conllu = """
      # text = don't go
      1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
      1\tdo\t_\t_\t_\t_\t_\t_\t_\t_
      2\tn't\t_\t_\t_\t_\t_\t_\t_\t_
      3\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      3.1\tx\t_\t_\t_\t_\t_\t_\t_\t_
      4\t!\t_\t_\t_\t_\t_\t_\t_\t_
      """
    let read = try SegmentedSentence.read(conllu, file: "b")
    #expect(read.map(\.words) == [["don't", "go", "!"]])
    #expect(read.map(\.text) == ["don't go!"])
    #expect { _ = try SegmentedSentence.read(conllu + "\n5\tbad", file: "b") } throws: { "\($0)".hasPrefix("b:8:") }
    #expect { _ = try SegmentedSentence.read(" \n", file: "c") } throws: { "\($0)".hasPrefix("c: error") }
  }

  @Test func theScoreCountsStretchesAndNamesWhatDiffers() {
    var score = SegmentationScore()
    let sentence = SegmentedSentence(words: ["中方", "反对", "脱钩"])
    score.add(sentence, found: [0..<6, 6..<12, 12..<15, 15..<18]) { $0 != "脱钩" }
    #expect(score.precision == 0.5)
    #expect(score.recall == 2.0 / 3)
    #expect(score.unknownRecall == 0)
    #expect(score.commonest(5) == [.init(expected: "脱钩", found: "脱|钩", count: 1)])
  }
}

@Suite struct UserConventionTests {
  private func words(_ text: String, _ convention: UserConvention) throws -> [String] {
    let result = try Segmenter(convention: convention).segment(text)
    return result.words.filter { $0.kind != .space }.map { result.text(in: $0.range) }
  }

  @Test func aDictionaryInJiebasOrLTPsFormMakesWords() throws {
    var convention = UserConvention()
    try convention.addWords("# own words\n芯片法案 10 nz\n去风险\n\n", file: "d")
    #expect(try words("反对芯片法案和去风险", convention) == ["反对", "芯片法案", "和", "去风险"])
    #expect { try convention.addWords("a b c d", file: "d") } throws: { "\($0)".hasPrefix("d:1: error") }
  }

  @Test func breakRulesReplaceICUs() throws {
    var convention = UserConvention()
    try convention.setBreakRules("!!chain; [a-z]+; [0-9]+;", file: "r")
    #expect(try words("abc12中国", convention) == ["abc", "12", "中", "国"])
    #expect { try convention.setBreakRules("!!chain;\n[a-z", file: "r") } throws: { "\($0)".hasPrefix("r:") }
  }

  @Test func termsAreFoundTheSameInAnyConvention() throws {
    var convention = UserConvention()
    try convention.setBreakRules("!!chain; .;", file: "r")
    let terms = TermSet([TermPattern(text: "脱钩")])
    let own = try Segmenter(terms: terms, convention: convention).segment("反对脱钩。")
    #expect(own.terms == (try Segmenter(terms: terms).segment("反对脱钩。")).terms)
    #expect(own.words.count == 5)
  }
}
