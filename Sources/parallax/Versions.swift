import ParallaxKit
import Segmentation

/// What `parallax --version` prints.
enum Versions {
  static var text: String {
    "parallax \(Parallax.version) (annotation schema \(Parallax.schemaVersion), ICU \(ICU.version), "
      + "normalization \(NormalizedText.profile))"
  }
}
