internal import StrictJSON
internal import Texts

/// A message or a part of one that is read and written by a table.
protocol WireObject: Sendable, Equatable {
    init()
    static var table: FieldTable<Self> { get }
}

/// The rows of a message.
struct FieldTable<Message: Sendable>: Sendable {
    let fields: [Field<Message>]
    /// By every name of a field, as it is documented and in lower case.
    private let index: [String: Int]
    private let mandatory: [Int]

    init(_ fields: [Field<Message>]) {
        self.fields = fields
        mandatory = fields.indices.filter { fields[$0].isMandatory }
        var index: [String: Int] = [:]
        for (position, field) in fields.enumerated() {
            for name in [field.name] + field.aliases {
                index[name] = position
                index[name.foldedCase] = position
            }
        }
        self.index = index
    }

    /// Reads what the table knows, whatever the case of its names, and ignores the rest. A member that is `null` or a blank text
    /// counts as not given.
    ///
    /// - Parameter isKept: Whether the rules held when it was kept, and are not asked again.
    /// - Returns: Every problem, in the order of the table.
    func read(_ object: JSONObject, into message: inout Message, isKept: Bool = false) -> [FieldProblem] {
        var isGiven = [Bool](repeating: false, count: fields.count)
        var problems: [(position: Int, problem: FieldProblem)] = []
        for member in object.members {
            guard let position = position(member.name), !Self.isAbsent(member.value) else { continue }
            if isGiven[position] {
                let names = ([fields[position].name] + fields[position].aliases).joined(separator: ", ")
                let reason = "is given twice; \(names) are one field"
                problems.append(
                    (position, FieldProblem(field: fields[position].name, code: .invalidParameter, reason: reason)))
            } else {
                isGiven[position] = true
                for problem in fields[position].read(member.value, &message, isKept) { problems.append((position, problem)) }
            }
        }
        for position in mandatory where !isGiven[position] { problems.append((position, .missing(fields[position].name))) }
        return problems.isEmpty ? [] : problems.sorted { $0.position < $1.position }.map(\.problem)
    }

    /// The members that the table reads, at every depth, under the table's names and otherwise as they came. What nobody reads is not
    /// kept: nobody has looked at it either.
    func known(_ object: JSONObject) -> JSONObject {
        var known: [JSONObject.Member] = []
        known.reserveCapacity(object.members.count)
        for member in object.members {
            guard let position = position(member.name), !Self.isAbsent(member.value) else { continue }
            known.append(JSONObject.Member(name: fields[position].name, value: fields[position].known(member.value)))
        }
        return JSONObject(distinct: known)
    }

    private func position(_ name: String) -> Int? { index[name] ?? index[name.foldedCase] }

    private static func isAbsent(_ value: JSON) -> Bool {
        switch value {
        case .null: true
        case .string(let text): Texts.isBlank(text)
        default: false
        }
    }

    func write(_ message: Message) -> JSONObject {
        var object = JSONObject()
        for field in fields {
            if let value = field.write(message) { object[field.name] = value }
        }
        return object
    }

    var descriptions: [FieldDescription] {
        fields.map { FieldDescription(name: $0.name, aliases: $0.aliases, isMandatory: $0.isMandatory, rule: $0.rule) }
    }
}

/// One row of a message's table, for documentation and tests.
public struct FieldDescription: Sendable, Hashable {
    /// As the wire spells it.
    public let name: String
    /// Names of older versions that are read as this one.
    public let aliases: [String]
    public let isMandatory: Bool
    public let rule: FieldRule
}
