public import ArgumentParser
public import DiscourseModel

// Codes that can be typed as options.

extension Language: ExpressibleByArgument {}
extension Voice: ExpressibleByArgument {}
