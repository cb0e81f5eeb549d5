internal import ArgumentParser
internal import Foundation
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// The settings of a node, whose values an option, the environment or a file gives: in this order, first wins.
struct NodeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A JSON file of settings.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The folder that keeps the vault. (default: ~/.local/share/openpgw, and its profile)", valueName: "folder"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "A PostgreSQL server that keeps the vault for several nodes: postgresql://USER@HOST/DATABASE; its password is in PGPASSWORD or a password file. The data folder then has the master key alone. (default: a file in the data folder)",
            valueName: "url"))
    var store: String?

    @Option(
        help: ArgumentHelp(
            "The master key file, where it lies apart from the data. (default: master.key in the folder)", valueName: "file"))
    var masterKey: String?

    @Flag(help: "Merchants and cards from the start, test cards allowed, a clock that can be turned.")
    var sandbox = false

    func settings() throws -> Settings {
        try Settings(
            file: config, given: ["data": data, "store": store, "master-key": masterKey, "sandbox": sandbox ? "true" : nil])
    }
}

/// Settings by name, each from the first place that has it.
struct Settings {
    /// Every name there is. The file spells them like this, the environment `OPENPGW_MASTER_KEY`.
    static let names = [
        "data", "store", "master-key", "sandbox", "host", "port", "tls-certificate", "tls-key", "public-url", "log-level",
        "channels",
        "allow-origin", "drain", "idle-timeout", "endpoint",
    ]

    private var given: [String: String?]
    private let environment: [String: String]
    private let file: JSONObject
    private let path: String

    /// - Throws: ``Refused`` for a file that cannot be read, or that has a name nobody knows.
    init(
        file path: String?, given: [String: String?], environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        self.given = given
        self.environment = Self.known(environment)
        self.path = path ?? Self.trimmed(environment["OPENPGW_CONFIG"]) ?? ""
        file = self.path.isEmpty ? JSONObject() : try Self.read(self.path)
    }

    /// The variables that are settings.
    ///
    /// A cluster gives every container a variable for each of its services, and of a service called openpgw it is `OPENPGW_PORT`,
    /// an address. Nobody meant that for a setting.
    private static func known(_ environment: [String: String]) -> [String: String] {
        var known: [String: String] = [:]
        for name in names.map(variable) {
            guard let value = trimmed(environment[name]) else { continue }
            if ["tcp://", "udp://", "sctp://"].contains(where: value.lowercased().hasPrefix) {
                Terminal.note("\(name) is \(Terminal.visible(value)), a cluster's link to a service, and no setting: ignored")
            } else {
                known[name] = value
            }
        }
        for name in environment.keys.sorted() where isMisspelt(name) {
            Terminal.note("\(Terminal.visible(name)) is no setting: ignored; openpgw --help says what there is")
        }
        return known
    }

    /// Whether a variable looks like a setting and is none: neither one of ours that are no settings, nor a cluster's.
    private static func isMisspelt(_ name: String) -> Bool {
        guard name.hasPrefix("OPENPGW_"), !names.map(variable).contains(name) else { return false }
        let others = [
            "OPENPGW_CONFIG", "OPENPGW_MERCHANT_SECRET", "OPENPGW_BINARY", "OPENPGW_STRICT", "OPENPGW_FUZZ", "OPENPGW_WRITE_DOCS",
        ]
        return !others.contains(name) && !["_SERVICE_", "_PORT_"].contains(where: name.contains)
    }

    /// A value without the line break that files of secrets end with; `nil` for an empty one.
    static func trimmed(_ value: String?) -> String? {
        guard let value = value?.trimmingCharacters(in: .aroundSecrets), !value.isEmpty else { return nil }
        return value
    }

    mutating func give(_ values: [String: String?]) { given.merge(values) { $1 } }

    func text(_ name: String) throws -> String? { try found(name)?.text }

    /// Where a value may come from, in the order of what counts.
    private enum Origin: Int {
        case option, environment, file
    }

    /// Where a value comes from that nobody typed, in words behind its name.
    func source(_ name: String) throws -> String {
        switch try found(name)?.origin {
        case .environment?: " (of the environment's \(Self.variable(name)))"
        case .file?: " (of \(path))"
        case .option?, nil: ""
        }
    }

    /// Whether a setting comes from a place that counts more than the one another comes from.
    func isNearer(_ name: String, than other: String) throws -> Bool {
        guard let origin = try found(name)?.origin else { return false }
        return origin.rawValue < (try found(other)?.origin.rawValue ?? .max)
    }

    private func found(_ name: String) throws -> (text: String, origin: Origin)? {
        if let option = given[name] ?? nil { return (option, .option) }
        if let value = environment[Self.variable(name)] { return (value, .environment) }
        let text: String
        switch file[name] {
        case nil: return nil
        case .string(let value)?: text = value
        case .number(let number)?: text = number.int.map { "\($0)" } ?? number.text
        case .bool(let flag)?: text = flag ? "true" : "false"
        case .array(let items)?: text = items.compactMap(\.string).joined(separator: ",")
        default: throw Refused("\(path): \(name) is not a text, a number, true or false")
        }
        return (text, .file)
    }

    func flag(_ name: String) throws -> Bool {
        switch try text(name)?.lowercased() {
        case nil, "false", "0", "no", "": false
        case "true"?, "1"?, "yes"?: true
        case let other?:
            throw Refused("\(name)\(try source(name)) is \(Terminal.visible(other)), which is neither true nor false")
        }
    }

    /// A text's parts between commas.
    func list(_ name: String) throws -> [String] {
        Self.parts(try text(name))
    }

    static func parts(_ text: String?) -> [String] {
        text?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty } ?? []
    }

    /// Channel codes between commas, checked as those of a request are.
    static func channels(_ text: String?) throws -> [String] {
        let codes = parts(text)
        for code in codes where !ChannelCode.isCode(code) {
            throw Refused("channels holds \(Terminal.visible(code)), which is no channel code: 1 to 20 letters and digits")
        }
        return codes
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = try text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw Refused(
                "\(name)\(try source(name)) is \(Terminal.visible(text)), which is not a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    static func variable(_ name: String) -> String { "OPENPGW_" + name.uppercased().replacing("-", with: "_") }

    private static func read(_ path: String) throws -> JSONObject {
        do {
            guard let object = try JSON(parsing: try TextFile.read(path)).object else {
                throw Refused("\(path) does not hold a JSON object")
            }
            if let unknown = object.members.first(where: { !names.contains($0.name) }) {
                throw Refused("\(path): there is no setting \(unknown.name); there are \(names.joined(separator: ", "))")
            }
            return object
        } catch let error as JSONError {
            throw Refused("\(path): \(error)")
        }
    }
}
