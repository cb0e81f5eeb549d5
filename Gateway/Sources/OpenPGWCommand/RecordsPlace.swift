internal import Foundation
internal import Gateway
internal import PostgresStore
internal import SQLiteStore
internal import TokenVault

/// Where a node's records lie: in a file of its data folder, or on a server that it shares with others.
enum RecordsPlace: CustomStringConvertible {
    case folder(String)
    case server(PostgresAddress)

    /// Where a folder is named by an option and a server by the environment, the records are in the folder: what was typed counts.
    init(_ settings: Settings, folder: String) throws {
        guard let text = try settings.text("store"), try !settings.isNearer("data", than: "store") else {
            self = .folder(folder)
            return
        }
        self = .server(try PostgresAddress(text))
    }

    /// Nothing of a production vault travels where others could read it.
    func refusePlainText() throws {
        guard case .server(let address) = self, !address.isPrivate else { return }
        throw Refused(
            "the store \(address) is on another machine, and production asks it only for a certificate that is verified: "
                + "put sslmode=verify-full into its connection string, and the authority's certificate into sslrootcert")
    }

    /// A folder, or a server's connection string.
    init(_ text: String) throws {
        self = text.contains("://") || text.contains("=") ? .server(try PostgresAddress(text)) : .folder(text)
    }

    /// The file in a folder.
    static func file(_ folder: String) -> String { folder + "/openpgw.db" }

    /// Its records as they are.
    func side() throws -> any CopySide {
        switch self {
        case .folder(let folder): try SQLiteSide(path: Self.file(folder))
        case .server(let address): try PostgresSide(address)
        }
    }

    var description: String {
        switch self {
        case .folder(let folder): folder
        case .server(let address): "\(address)"
        }
    }

    /// How a command is told of it.
    var option: String {
        switch self {
        case .folder(let folder): "--data \(folder)"
        case .server(let address): "--store '\(address.text)'"
        }
    }

    /// Whether other nodes use it, too.
    var isShared: Bool { if case .server = self { true } else { false } }

    /// Whether there is a vault already.
    func isThere() throws -> Bool {
        switch self {
        case .folder(let folder): FileManager.default.fileExists(atPath: Self.file(folder))
        case .server(let address): try PostgresStore.isThere(address)
        }
    }

    func open(observe: @escaping @Sendable (String, Duration) -> Void) throws -> any Store {
        switch self {
        case .folder(let folder): try SQLiteStore(path: Self.file(folder), observe: observe)
        case .server(let address): try PostgresStore(address, observe: observe)
        }
    }
}
