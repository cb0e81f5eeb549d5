internal import CLibPQ
internal import Foundation
public import TokenVault

/// Where a PostgreSQL store is: a connection string or URI as libpq takes them (PostgreSQL's documentation, §34.1.1), which may name
/// several hosts. `postgresql://gateway@first,second/cards?target_session_attrs=read-write`
public struct PostgresAddress: Sendable, CustomStringConvertible {
    let text: String
    private let options: [String: String]

    /// - Throws: ``VaultError`` of kind `.refused` for what is no connection string, and for one that holds a password: it would stand in
    ///   lists of processes, in shells' histories and in files that are no secrets. Its words repeat nothing of it.
    public init(_ text: String) throws(VaultError) {
        guard let list = PQconninfoParse(text, nil), text.contains("://") || text.contains("=") else {
            throw VaultError(
                .refused,
                "The store is no connection string of PostgreSQL, such as postgresql://gateway@db.example/openpgw?sslmode=verify-full"
            )
        }
        defer { PQconninfoFree(list) }
        var options: [String: String] = [:]
        var option = list
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { options[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        guard options["password"] == nil, options["sslpassword"] == nil else {
            throw VaultError(
                .refused,
                "The store's connection string holds a password, which others could read there; give it as PGPASSWORD, in a password "
                    + "file (PGPASSFILE, ~/.pgpass), or in a service file (PGSERVICEFILE)")
        }
        self.text = text
        self.options = options
    }

    /// Its hosts and database.
    public var description: String {
        let hosts = options["host"] ?? options["hostaddr"] ?? "localhost"
        return "postgresql://\(hosts.hasPrefix("/") ? "" : hosts)/\(options["dbname"] ?? "")"
    }

    /// What the library would take, where the address does not say.
    private func value(_ name: String, _ variable: String) -> String? {
        options[name] ?? ProcessInfo.processInfo.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether what is sent can be read by nobody between: a socket, this machine itself, or a server whose certificate is verified.
    ///
    /// A service file may name a host that is not seen here; it has to be verified.
    public var isPrivate: Bool {
        if value("sslmode", "PGSSLMODE") == "verify-full" { return true }
        guard value("service", "PGSERVICE") == nil else { return false }
        let hosts = value("hostaddr", "PGHOSTADDR") ?? value("host", "PGHOST") ?? ""
        return hosts.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { host in
            host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") || host == "localhost" || host == "::1"
                || host.wholeMatch(of: /127(\.[0-9]{1,3}){3}/) != nil
        }
    }
}
