public import StrictJSON

/// An answer or a part of one, read and written by a table: under the wire's names, and under those of the SDK, which every other
/// language is given.
///
/// A reader takes a missing member, `null` and an empty text for the same, whatever the member is.
public protocol WireModel: Sendable, Equatable {
    init()
    static var members: [Member<Self>] { get }
}

/// An answer of the gateway: it ends in a code.
public protocol WireResponse: WireModel {
    /// `0000`, or why the gateway refused; of a payment, what is next.
    var responseCode: String { get set }
    /// The code in the gateway's words.
    var responseDescription: String { get set }
}

/// One row of a model's table.
public struct Member<Model>: Sendable {
    /// As the wire spells it.
    public let name: String
    /// As the SDKs spell it.
    public let sdkName: String
    public let kind: MemberKind
    /// Whether it is written where it says nothing.
    let isMandatory: Bool
    let read: @Sendable (JSON, inout Model) -> Void
    /// `nil` where it says nothing.
    let wire: @Sendable (Model) -> JSON?
    let json: @Sendable (Model) -> JSON
    /// What is written for a mandatory one that says nothing.
    let empty: JSON
}

/// What a member holds.
public enum MemberKind: Sendable {
    case text, integer, number, flag, texts
    /// A number that the wire has as a text.
    case numberText
    case object(any WireModel.Type)
    case list(any WireModel.Type)
}

extension WireModel {
    /// Reads what the table knows, and ignores the rest.
    public init(_ object: JSONObject) {
        self.init()
        for member in Self.members {
            if let value = object[member.name], value != .null { member.read(value, &self) }
        }
    }

    /// As it goes over the wire.
    public var wire: JSON {
        var object = JSONObject()
        for member in Self.members {
            if let value = member.wire(self) {
                object[member.name] = value
            } else if member.isMandatory {
                object[member.name] = member.empty
            }
        }
        return .object(object)
    }

    /// As other languages are given it: every member, by its name in the SDK.
    public var json: JSON {
        var object = JSONObject()
        for member in Self.members { object[member.sdkName] = member.json(self) }
        return .object(object)
    }
}

extension WireResponse {
    /// - Returns: `nil` for an object that is no answer of the protocol.
    public init?(answer object: JSONObject) {
        guard object["respCode"]?.string != nil else { return nil }
        self.init(object)
    }
}

extension Member {
    typealias Path<Value> = any WritableKeyPath<Model, Value> & Sendable

    /// - Parameter absent: What says nothing.
    private static func row<Value: Equatable & Sendable>(
        _ name: String, _ sdkName: String?, _ kind: MemberKind, _ path: Path<Value>, absent: Value,
        isMandatory: Bool, parse: @escaping @Sendable (JSON) -> Value?, wire: @escaping @Sendable (Value) -> JSON,
        json: (@Sendable (Value) -> JSON)? = nil
    ) -> Member {
        let json = json ?? wire
        let property = StoredProperty(path)
        return Member(
            name: name, sdkName: sdkName ?? name, kind: kind, isMandatory: isMandatory,
            read: { value, model in if let parsed = parse(value) { property.set(&model, parsed) } },
            wire: { model in
                let value = model[keyPath: path]
                return value == absent ? JSON?.none : wire(value)
            },
            json: { json($0[keyPath: path]) }, empty: wire(absent))
    }

    // MARK: Kinds of rows

    static func text(
        _ name: String, as sdkName: String? = nil, _ path: Path<String>, isMandatory: Bool = false
    ) -> Member {
        row(
            name, sdkName, .text, path, absent: "", isMandatory: isMandatory, parse: { $0.string ?? $0.number?.text },
            wire: { .string($0) })
    }

    static func integer(
        _ name: String, as sdkName: String? = nil, _ path: Path<Int>, isMandatory: Bool = false
    ) -> Member {
        row(
            name, sdkName, .integer, path, absent: 0, isMandatory: isMandatory,
            parse: { $0.number?.int ?? $0.string.flatMap { Int($0) } },
            wire: { .number(JSONNumber($0)) })
    }

    /// - Parameter isText: Whether the wire has it as a text.
    static func number(
        _ name: String, as sdkName: String? = nil, _ path: Path<Double>, isMandatory: Bool = false,
        isText: Bool = false
    ) -> Member {
        row(
            name, sdkName, isText ? .numberText : .number, path, absent: 0, isMandatory: isMandatory,
            parse: { $0.double },
            wire: { isText ? .string(JSON.shortest($0)) : JSON($0) }, json: { JSON($0) })
    }

    static func flag(
        _ name: String, as sdkName: String? = nil, _ path: Path<Bool>, isMandatory: Bool = false
    ) -> Member {
        row(
            name, sdkName, .flag, path, absent: false, isMandatory: isMandatory,
            parse: { $0.bool ?? $0.string.map { $0.lowercased() == "true" } }, wire: { .bool($0) })
    }

    static func texts(
        _ name: String, as sdkName: String? = nil, _ path: Path<[String]>, isMandatory: Bool = false
    ) -> Member {
        row(
            name, sdkName, .texts, path, absent: [], isMandatory: isMandatory, parse: { $0.array?.compactMap(\.string) },
            wire: { .array($0.map { .string($0) }) })
    }

    static func object<Value: WireModel>(
        _ name: String, as sdkName: String? = nil, _ path: Path<Value>, isMandatory: Bool = false
    ) -> Member {
        let absent = Value()
        return row(
            name, sdkName, .object(Value.self), path, absent: absent, isMandatory: isMandatory,
            parse: { $0.object.map { Value($0) } }, wire: \.wire, json: \.json)
    }

    static func list<Value: WireModel>(
        _ name: String, as sdkName: String? = nil, _ path: Path<[Value]>, isMandatory: Bool = false
    ) -> Member {
        row(
            name, sdkName, .list(Value.self), path, absent: [], isMandatory: isMandatory,
            parse: { $0.array?.compactMap { $0.object.map { Value($0) } } }, wire: { .array($0.map(\.wire)) },
            json: { .array($0.map(\.json)) })
    }
}

extension Member where Model: WireResponse {
    /// What every answer ends in.
    static var code: Member { .text("respCode", as: "responseCode", \.responseCode, isMandatory: true) }
    static var description: Member { .text("respDesc", as: "responseDescription", \.responseDescription, isMandatory: true) }
}
