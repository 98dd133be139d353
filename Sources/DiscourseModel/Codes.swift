/// Who speaks in a sentence.
public enum Voice: String, Sendable, Hashable, CaseIterable {
  /// The document's own side: its officials, organs and state media in their own words.
  case own
  /// The sentence reports or quotes what someone else says.
  case quoted
  /// A reporter or a moderator asks.
  case question
}

/// How directly a term names decoupling.
public enum Tier: String, Sendable, Hashable, CaseIterable {
  /// Decoupling, delinking, severing: 脱钩, 断链, 断供.
  case core
  /// De-risking, friend-shoring, walls and fences, parallel systems, reduced dependence.
  case adjacent
}

/// What the holder of a stance wants of the decoupling that a sentence names.
public enum Stance: String, Sendable, Hashable, CaseIterable {
  /// Rejects it, warns of its cost, calls it impossible.
  case oppose
  /// Says that its own side does not seek it.
  case deny
  /// Says that someone pursues it or brings it about.
  case accuse
  /// Calls for it, announces it, defends it.
  case advocate
  /// None of these.
  case report
}

/// What a sentence would cut apart.
public enum DecouplingDomain: String, Sendable, Hashable, CaseIterable {
  case economy, technology, finance, security, society, general
}

/// The field in which a threat lies.
public enum ThreatDomain: String, Sendable, Hashable, CaseIterable {
  case military, economy, technology, regime, territory, order, values, society
}

/// Whether a threat is asserted or denied.
public enum Polarity: String, Sendable, Hashable, CaseIterable {
  /// The sentence presents the threat as real.
  case assert
  /// The sentence says that there is no such threat.
  case deny
}

/// The way in which a sentence deals with blame.
public enum BlameType: String, Sendable, Hashable, CaseIterable {
  /// A bad act, or concern at it.
  case accusation
  /// A bad outcome with the actor as its cause.
  case responsibility
  /// A call to stop or correct a wrong.
  case demand
  /// Blame turned away from the target.
  case reject
  /// The speaker accepts blame for its own side.
  case own
}

/// The ground or the aim that a sentence gives.
public enum Rationale: String, Sendable, Hashable, CaseIterable {
  case fairTrade = "fair_trade"
  case security, rights, technology, law, sovereignty, cooperation, market, development
}
