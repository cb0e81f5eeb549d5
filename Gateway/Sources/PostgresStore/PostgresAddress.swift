internal import CLibPQ
internal import Foundation
public import TokenVault

/// Where a PostgreSQL store is: a connection string or URI as libpq takes them (PostgreSQL's documentation, §34.1.1), which may name
/// several hosts. `postgresql://gateway@first,second/cards?target_session_attrs=read-write`
public struct PostgresAddress: Sendable, CustomStringConvertible {
    public let text: String
    private let options: [String: String]

    /// - Throws: ``VaultError`` of kind `.refused` for what is no connection string, and for one that holds a password: it would stand in
    ///   lists of processes, in shells' histories and in files that are no secrets. Its words repeat nothing of it.
    public init(_ text: String) throws(VaultError) {
        var words: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(words) }
        guard let list = PQconninfoParse(text, &words), text.contains("://") || text.contains("=") else {
            // Of the library's words only the name of a parameter is passed on: elsewhere they repeat what may be a password.
            let name = words.map { String(cString: $0) }?.firstMatch(
                of: /(?:parameter|option): ?"([a-z_]{1,40})"|option "([a-z_]{1,40})"/)
            let parameter = name.flatMap { $0.1 ?? $0.2 }.map { ": there is no parameter \($0)" } ?? ""
            throw VaultError(
                .refused,
                "The store is no connection string of PostgreSQL\(parameter); one is postgresql://gateway@db.example/openpgw?sslmode=verify-full"
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
        // The library repeats a port that is none, which is a password where somebody left a / in it.
        guard options["port"].map({ $0.allSatisfy { ("0"..."9").contains($0) || $0 == "," } }) ?? true else {
            throw VaultError(
                .refused,
                "The store's connection string has a port that is no number; a / in a name or a password is written %2F")
        }
        self.text = text
        self.options = options
    }

    /// Its hosts, port and database.
    public var description: String {
        let hosts = options["host"] ?? options["hostaddr"] ?? "localhost"
        let port = options["port"].map { ":" + $0 } ?? ""
        return Self.shown("postgresql://\(hosts.hasPrefix("/") ? "" : hosts)\(port)/\(options["dbname"] ?? "")")
    }

    /// Without what would move a terminal's cursor, and no longer than a line or three.
    static func shown(_ text: String) -> String {
        String(
            text.prefix(400).map {
                $0.isNewline || $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } ? $0 : " "
            })
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
