internal import GRDB
internal import GRDBSQLite

/// Inserts rows of one table, value after value, without a detour over boxed values: rows come by the million.
@safe struct RowInserter {
  // Keeps the compiled statement alive.
  private let prepared: GRDB.Statement
  private let handle: OpaquePointer
  private var column: Int32 = 0

  /// An inserter.
  ///
  /// - Parameters:
  ///   - table: the table's name.
  ///   - columns: how many columns it has; all of them are given for each row.
  init(_ db: Database, table: String, columns: Int) throws {
    let places = Array(repeating: "?", count: columns).joined(separator: ", ")
    prepared = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (\(places))")
    unsafe handle = prepared.sqliteStatement
  }

  /// Gives the next column a whole number, or nothing.
  mutating func bind(_ value: Int?) {
    column += 1
    if let value {
      unsafe sqlite3_bind_int64(handle, column, Int64(value))
    } else {
      unsafe sqlite3_bind_null(handle, column)
    }
  }

  /// Gives the next column a text, or nothing.
  mutating func bind(_ value: String?) {
    guard var value else { return bind(nil as Int?) }
    column += 1
    let column = self.column
    let handle = unsafe self.handle
    guard !value.isEmpty else {
      _ = unsafe sqlite3_bind_text(handle, column, "", 0, Self.copied)
      return
    }
    value.withUTF8 { bytes in
      let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      _ = unsafe sqlite3_bind_text(handle, column, start, Int32(bytes.count), Self.copied)
    }
  }

  /// Gives the next column bytes.
  mutating func bind(_ value: [UInt8]) {
    column += 1
    unsafe value.withUnsafeBytes { bytes in
      _ = unsafe sqlite3_bind_blob(handle, column, bytes.baseAddress, Int32(bytes.count), Self.copied)
    }
  }

  /// Inserts the row.
  mutating func insert() throws {
    let result = unsafe sqlite3_step(handle)
    unsafe sqlite3_reset(handle)
    column = 0
    guard result == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
  }

  private static var copied: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
