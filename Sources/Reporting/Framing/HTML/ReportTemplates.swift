/// What a report is put into: the page's template, its style and its script.
public struct ReportTemplates: Sendable {
  /// The page, in Mustache.
  public var page: String
  /// The style; that of charts is put before it.
  public var style: String
  /// The script.
  public var script: String

  /// Templates for a report.
  public init(page: String, style: String, script: String) {
    self.page = page
    self.style = style
    self.script = script
  }
}
