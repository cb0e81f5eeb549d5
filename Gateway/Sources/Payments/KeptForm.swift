internal import Foundation
internal import StrictJSON

/// A part of what is kept, each of its members listed once, for writing and for reading.
protocol KeptPart: Sendable {
    /// One that nothing is known of.
    init(blank: ())
    mutating func pass(_ form: inout KeptForm)
}

/// The JSON something is kept as, while it is written or read.
///
/// A member that is not given keeps the value it has: what an older version kept lacks what newer ones know.
struct KeptForm {
    private var object: JSONObject
    private let isReading: Bool
    private var isBroken = false

    static func write(_ part: some KeptPart) -> JSON {
        var (form, part) = (KeptForm(object: JSONObject(), isReading: false), part)
        part.pass(&form)
        return .object(form.object)
    }

    /// - Returns: `nil` for what is of another form.
    static func read<Part: KeptPart>(_ json: JSON?, _: Part.Type = Part.self) -> Part? {
        guard let object = json?.object else { return nil }
        var (form, part) = (KeptForm(object: object, isReading: true), Part(blank: ()))
        part.pass(&form)
        return form.isBroken ? nil : part
    }

    // MARK: Members

    mutating func callAsFunction(_ name: String, _ value: inout String) { pass(name, &value, { .string($0) }, \.string) }

    mutating func callAsFunction(_ name: String, _ value: inout Int) {
        pass(name, &value, { .number(JSONNumber($0)) }, { $0.number?.int })
    }

    mutating func callAsFunction(_ name: String, _ value: inout Bool) { pass(name, &value, { .bool($0) }, \.bool) }

    /// Seconds since 2001.
    mutating func callAsFunction(_ name: String, _ value: inout Date) {
        pass(name, &value, Self.number) { $0.number.flatMap { Double($0.text) }.map(Date.init(timeIntervalSinceReferenceDate:)) }
    }

    mutating func callAsFunction(_ name: String, _ value: inout [String?]) {
        pass(name, &value, { .array($0.map { $0.map { .string($0) } ?? .null }) }, { $0.array?.map(\.string) })
    }

    mutating func callAsFunction(_ name: String, _ value: inout some KeptPart) {
        pass(name, &value, Self.write) { Self.read($0) }
    }

    /// What is seldom there has no form of its own.
    mutating func callAsFunction<Value: Codable & Sendable>(coded name: String, _ value: inout Value?) {
        pass(name, &value, Self.coded) { json in try? JSONDecoder().decode(Value.self, from: Data(json.bytes)) }
    }

    /// One that may not be given.
    mutating func callAsFunction(_ name: String, _ value: inout String?) { pass(name, &value, { .string($0) }, \.string) }
    mutating func callAsFunction<Part: KeptPart>(_ name: String, _ value: inout Part?) {
        pass(name, &value, Self.write) { Self.read($0) }
    }

    /// One that has to be given.
    mutating func mandatory(_ name: String, _ value: inout String) {
        if isReading, object[name] == nil { isBroken = true }
        self(name, &value)
    }

    // MARK: Either way

    private mutating func pass<Value>(
        _ name: String, _ value: inout Value, _ write: (Value) -> JSON, _ read: (JSON) -> Value?
    ) {
        guard isReading else { return object[name] = write(value) }
        guard let given = object[name], given != .null else { return }
        if let known = read(given) { value = known } else { isBroken = true }
    }

    private mutating func pass<Value>(
        _ name: String, _ value: inout Value?, _ write: (Value) -> JSON?, _ read: (JSON) -> Value?
    ) {
        guard isReading else { return object[name] = value.flatMap(write) }
        guard let given = object[name], given != .null else { return }
        if let known = read(given) { value = known } else { isBroken = true }
    }

    private static func number(_ date: Date) -> JSON {
        let seconds = date.timeIntervalSinceReferenceDate
        if let whole = Int(exactly: seconds) { return .number(JSONNumber(whole)) }
        // Every double reads back from its shortest text, which JSON's grammar takes.
        return (try? JSON(parsing: Array("\(seconds)".utf8))) ?? .null
    }

    private static func coded(_ value: some Encodable) -> JSON? {
        (try? JSONEncoder().encode(value)).flatMap { try? JSON(parsing: Array($0)) }
    }
}
