internal import StrictJSON

/// What other languages ask and are told, read from Bindings/requests.txt and answers.txt, which say what their lines mean.
struct Tables: Sendable {
    struct Call: Sendable {
        /// Behind `payment/4.3/`.
        let operation: String
        let request: String
        let answer: String
    }

    struct Member: Sendable {
        /// Its name in the SDKs.
        let name: String
        let wire: String
        let kind: String
        /// What stands behind the kind: another table's name, or a number of digits.
        let detail: String
    }

    private(set) var calls: [String: Call] = [:]
    private(set) var requests: [String: [Member]] = [:]
    private(set) var answers: [String: [Member]] = [:]

    static let shared = Tables(text)

    private init(_ text: String) {
        var name = ""
        var isAnswer = false
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch words[0] {
            case "call": calls[words[1]] = Call(operation: words[2], request: words[3], answer: words[4])
            case "request", "answer":
                (name, isAnswer) = (words[1], words[0] == "answer")
                // A request that goes on where another ends.
                let begin = words.count == 3 ? requests[words[2]] ?? [] : []
                if isAnswer { answers[name] = begin } else { requests[name] = begin }
            default:
                let member = Member(name: words[0], wire: words[1], kind: words[2], detail: words.count == 4 ? words[3] : "")
                if isAnswer { answers[name]?.append(member) } else { requests[name]?.append(member) }
            }
        }
    }
}

// MARK: Requests

extension Tables {
    /// What is not of the shape it has to be.
    struct Malformed: Error {
        let reason: String
    }

    /// As it goes over the wire.
    func wire(_ request: String, _ object: JSONObject) throws(Malformed) -> JSONObject {
        var wire = JSONObject()
        try write(request, object, into: &wire, "")
        return wire
    }

    /// - Parameter path: Where the object stands: `payment.data.`, for whoever wrote it wrongly.
    private func write(
        _ request: String, _ object: JSONObject, into wire: inout JSONObject, _ path: String
    ) throws(Malformed) {
        for member in requests[request] ?? [] {
            guard let value = object[member.name], value != .null else { continue }
            switch (member.kind, value) {
            case ("text", .string(let text)): if !text.isEmpty { wire[member.wire] = value }
            case ("integer", _), ("digits", _):
                guard let number = Self.whole(value), number >= 0 else {
                    throw Malformed(reason: "\(path)\(member.name) is not a whole number")
                }
                guard number > 0 else { continue }
                let text = "\(number)"
                let zeros = String(repeating: "0", count: max(0, (Int(member.detail) ?? 0) - text.utf8.count))
                wire[member.wire] = member.kind == "digits" ? .string(zeros + text) : .number(JSONNumber(number))
            case ("number", .number) where value.double != nil: wire[member.wire] = value
            case ("flag", .bool(let flag)): if flag { wire[member.wire] = value }
            case ("inside", .object(let part)): try write(member.detail, part, into: &wire, "\(path)\(member.name).")
            case ("object", .object(let part)):
                var inner = JSONObject()
                try write(member.detail, part, into: &inner, "\(path)\(member.name).")
                wire[member.wire] = .object(inner)
            case ("list", .array(let items)):
                var parts: [JSON] = []
                for (place, item) in items.enumerated() {
                    guard let part = item.object else {
                        throw Malformed(reason: "\(path)\(member.name)[\(place)] is not an object")
                    }
                    var inner = JSONObject()
                    try write(member.detail, part, into: &inner, "\(path)\(member.name)[\(place)].")
                    parts.append(.object(inner))
                }
                if !parts.isEmpty { wire[member.wire] = .array(parts) }
            default: throw Malformed(reason: "\(path)\(member.name) is not \(Self.words[member.kind] ?? "of its kind")")
            }
        }
        if request == "Payment" { Self.tellCryptogram(object, &wire) }
    }

    private static let words = [
        "text": "a text", "number": "a number", "flag": "true or false", "object": "an object", "inside": "an object",
        "list": "an array",
    ]

    /// Of a channel with cryptograms of its own, a token is one, and no stored card.
    private static func tellCryptogram(_ payment: JSONObject, _ wire: inout JSONObject) {
        guard let channel = wire["code"]?.object?["channelCode"]?.string,
            ["APPLEPAY", "GOOGLEPAY", "SAMSUNGPAY"].contains(channel.uppercased()), var data = wire["data"]?.object,
            data["token"] == nil, let token = payment["data"]?.object?["token"], token != .null
        else { return }
        data["customerToken"] = payment["data"]?.object?["customerToken"].flatMap { $0 == .null ? nil : $0 }
        data["token"] = token
        wire["data"] = .object(data)
    }
}

// MARK: Answers

extension Tables {
    /// As the SDKs have it: every member, under its name there.
    func answer(_ answer: String, _ wire: JSONObject) -> JSON {
        var object = JSONObject()
        for member in answers[answer] ?? [] {
            let value = wire[member.wire].flatMap { $0 == .null ? nil : read(member, $0) }
            if let value {
                object[member.name] = value
            } else if object[member.name] == nil {
                object[member.name] = absent(member)
            }
        }
        return .object(object)
    }

    /// - Returns: `nil` for what is no value of its kind.
    private func read(_ member: Member, _ value: JSON) -> JSON? {
        switch member.kind {
        case "text": (value.string ?? value.number?.text).map { .string($0) }
        case "integer": Self.whole(value).map { .number(JSONNumber($0)) }
        case "number": value.double.map { JSON($0) }
        case "flag": (value.bool ?? value.string.map { $0.lowercased() == "true" }).map { .bool($0) }
        case "texts": value.array.map { .array($0.compactMap(\.string).map { .string($0) }) }
        case "object": value.object.map { answer(member.detail, $0) }
        case "list": value.array.map { .array($0.compactMap(\.object).map { answer(member.detail, $0) }) }
        default: nil
        }
    }

    /// A whole number, however it is written, or the digits of one in a text.
    private static func whole(_ value: JSON) -> Int? {
        value.number?.int ?? value.string.flatMap { $0.utf8.count <= 20 ? Int($0) : nil }
    }

    private func absent(_ member: Member) -> JSON {
        switch member.kind {
        case "integer", "number": 0
        case "flag": .bool(member.detail == "true")
        case "texts", "list": []
        case "object": answer(member.detail, JSONObject())
        default: ""
        }
    }
}
