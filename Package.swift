// swift-tools-version: 6.2
import PackageDescription

/// One target of the design: its name, what it may see, and nothing else.
///
/// The order below is the order of the layers; an arrow never points up.
let core: [Target] = [
  .target(name: "DiscourseModel"),
  .target(name: "PatternMatching"),
  .target(name: "Statistics"),
  .target(name: "Segmentation", dependencies: ["CICU", "PatternMatching", "DiscourseModel"]),
  .target(name: "Lexicon", dependencies: ["PatternMatching", "Segmentation", "DiscourseModel"]),
  .target(name: "DiscourseAnalysis", dependencies: ["Segmentation", "Lexicon", "DiscourseModel"]),
]

let edges: [Target] = [
  .target(
    name: "Ingestion",
    dependencies: [
      "DiscourseModel", "CICU", "CHTML",
      .product(name: "Subprocess", package: "swift-subprocess"),
      .product(name: "Yams", package: "Yams"),
    ]),
  .target(
    name: "LexiconLoading",
    dependencies: [
      "DiscourseModel", "Segmentation", "Lexicon", "DiscourseAnalysis", .product(name: "Yams", package: "Yams"),
    ]),
  .target(name: "Charts"),
  .target(
    name: "CorpusStore",
    dependencies: [
      "DiscourseModel", "Segmentation", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]),
  .target(
    name: "Reporting",
    dependencies: ["DiscourseModel", "Statistics", "Charts", .product(name: "Mustache", package: "swift-mustache")]),
]

let programs: [Target] = [
  .target(
    name: "ParallaxKit",
    dependencies: [
      "DiscourseModel", "PatternMatching", "Statistics", "Segmentation", "Lexicon", "DiscourseAnalysis",
      "Ingestion", "LexiconLoading", "BundledLexicons", "BundledTemplates", "CorpusStore", "Reporting",
    ]),
  .executableTarget(
    name: "parallax",
    dependencies: ["ParallaxKit", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
]

let tests: [Target] = [
  .target(name: "TestSupport", path: "Tests/TestSupport"),
  .testTarget(name: "DiscourseModelTests", dependencies: ["DiscourseModel", "TestSupport"]),
  .testTarget(name: "PatternMatchingTests", dependencies: ["PatternMatching", "TestSupport"]),
  .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"]),
  .testTarget(name: "SegmentationTests", dependencies: ["Segmentation", "CICU", "TestSupport"]),
  .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "LexiconLoading", "TestSupport"]),
  .testTarget(
    name: "DiscourseAnalysisTests",
    dependencies: ["DiscourseAnalysis", "LexiconLoading", "BundledLexicons", "ParallaxKit", "TestSupport"]),
  .testTarget(name: "IngestionTests", dependencies: ["Ingestion", "TestSupport"]),
  .testTarget(name: "LexiconLoadingTests", dependencies: ["LexiconLoading", "BundledLexicons", "TestSupport"]),
  .testTarget(name: "ChartsTests", dependencies: ["Charts", "TestSupport"], exclude: ["Golden"]),
  .testTarget(
    name: "CorpusStoreTests",
    dependencies: [
      "CorpusStore", "ParallaxKit", "Ingestion", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
    ]),
  .testTarget(
    name: "ReportingTests", dependencies: ["Reporting", "Charts", "TestSupport"], exclude: ["Framing/Golden"]),
  .testTarget(
    name: "ParallaxKitTests",
    dependencies: ["ParallaxKit", "LexiconLoading", "DiscourseAnalysis", "Statistics", "TestSupport"]),
  .testTarget(
    name: "parallaxTests", dependencies: ["parallax", "ParallaxKit", "CorpusStore", "TestSupport"], exclude: ["Golden"]),
]

/// Every Swift target is held to the same rules.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
for target in core + edges + programs + tests { target.swiftSettings = strict }

/// Foreign code: C targets whose headers name no foreign type.
let platform: [Target] = [
  .systemLibrary(
    name: "ICUSystem", pkgConfig: "icu-uc icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
  .target(
    name: "CICU", dependencies: ["ICUSystem"],
    linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
  .systemLibrary(
    name: "XMLSystem", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
  .target(name: "CHTML", dependencies: ["XMLSystem"], linkerSettings: [.linkedLibrary("xml2")]),
  .target(name: "BundledLexicons"),
  .target(name: "BundledTemplates", exclude: ["Templates"]),
]

let package = Package(
  name: "Parallax",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "parallax", targets: ["parallax"]),
    .library(name: "ParallaxKit", targets: ["ParallaxKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: platform + core + edges + programs + tests,
  cLanguageStandard: .c2x
)
