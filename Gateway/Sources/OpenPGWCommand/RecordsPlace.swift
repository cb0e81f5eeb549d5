internal import Foundation
internal import Gateway
internal import PostgresStore
internal import SQLiteStore
internal import TokenVault

/// Where a node's records lie: in a file of its data folder, or on a server that it shares with others.
enum RecordsPlace: CustomStringConvertible {
    case folder(String)
    case server(PostgresAddress)

    /// - Throws: ``Refused`` for a server that would be reached in plain text in production.
    init(_ settings: Settings, folder: String, _ profile: GatewayConfiguration.Profile) throws {
        guard let text = try settings.text("store") else {
            self = .folder(folder)
            return
        }
        let address = try PostgresAddress(text)
        guard profile == .sandbox || address.isPrivate else {
            throw Refused(
                "the store \(address) is on another machine, and production asks it only for a certificate that is verified: "
                    + "put sslmode=verify-full into --store, and the authority's certificate into sslrootcert")
        }
        self = .server(address)
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
        case .server: "--store …"
        }
    }

    /// Whether there is a vault already.
    func isThere() throws -> Bool {
        switch self {
        case .folder(let folder): FileManager.default.fileExists(atPath: folder + "/openpgw.db")
        case .server(let address): try PostgresStore.isThere(address)
        }
    }

    func open(observe: @escaping @Sendable (String, Duration) -> Void) throws -> any Store {
        switch self {
        case .folder(let folder): try SQLiteStore(path: folder + "/openpgw.db", observe: observe)
        case .server(let address): try PostgresStore(address, observe: observe)
        }
    }
}
