// swift-tools-version: 6.2
import PackageDescription

// Benchmarks are a package of their own, so that building Parallax does not build them.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Parallax", path: "../..")],
  targets: [
    .systemLibrary(name: "ICUForBenchmarks", pkgConfig: "icu-uc"),
    .target(name: "CUbrk", dependencies: ["ICUForBenchmarks"], linkerSettings: [.linkedLibrary("icuuc")]),
    .executableTarget(
      name: "SegmentationBenchmark",
      dependencies: ["CUbrk", .product(name: "ParallaxKit", package: "Parallax")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "CorpusBenchmark", dependencies: [.product(name: "ParallaxKit", package: "Parallax")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
  ]
)
