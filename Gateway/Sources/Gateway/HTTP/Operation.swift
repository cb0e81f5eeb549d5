internal import PGWWire
internal import StrictJSON

/// One operation of the API: a body in, an answer out. It knows no HTTP, no store and no key.
protocol Operation: Sendable {
    /// As metrics and logs call it.
    var name: String { get }
    /// Whether it is answered however many other requests are under way.
    var isAlwaysAnswered: Bool { get }
    /// Whether a page in a browser may call it, of an origin the gateway is told.
    var isForBrowsers: Bool { get }
    /// Whatever it throws is the gateway's own failure, answered by the last resort.
    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer
}

extension Operation {
    var isAlwaysAnswered: Bool { false }
    var isForBrowsers: Bool { false }
}

/// What an operation may know of the call besides its body.
struct CallContext: Sendable {
    let version: APIVersion
    /// The gateway's address, for the addresses in an answer.
    let address: GatewayAddress
    /// What stands behind the route's path, of a route that takes something there.
    var tail = ""
}

/// An operation's answer.
struct Answer: Sendable {
    var status = 200
    var contentType = "application/json; charset=utf-8"
    var body: [UInt8]
    /// The protocol's code, for metrics and logs.
    var code: ResponseCode
    /// The fields a refusal names, for the log. Names alone: values stay out of it.
    var fields: [String] = []
    /// Who the call turned out to be from.
    var merchant: String?
    /// Why the gateway itself failed, for the log.
    var failure: String?
    /// Whether the connection is closed instead of an answer, as a sandbox does where it is asked for.
    var isLost = false
    /// Whether the answer never changes, as pictures do.
    var isCacheable = false
    /// More headers. Like every other they are the gateway's own words, never a caller's.
    var headers: [Header] = []

    static func json(_ json: JSON, code: ResponseCode = .success, merchant: String? = nil) -> Answer {
        Answer(body: json.bytes, code: code, merchant: merchant)
    }

    /// The protocol's own refusals are HTTP 200 (design decision 9).
    static func refused(_ refusal: Refusal, fields: [String] = [], merchant: String? = nil) -> Answer {
        Answer(body: refusal.json.bytes, code: refusal.code, fields: fields, merchant: merchant)
    }

    /// For a browser, of an address behind which there is nothing.
    static func nothing(_ words: String, code: ResponseCode = .success) -> Answer {
        var answer = Answer(body: Array("\(words)\n".utf8), code: code)
        answer.status = 404
        answer.contentType = "text/plain; charset=utf-8"
        return answer
    }

    /// The gateway's own failure, in the protocol's terms: the caller hears a code, the log hears why.
    static func failed(_ code: ResponseCode, _ error: any Error, merchant: String? = nil) -> Answer {
        var answer = refused(Refusal(code: code), merchant: merchant)
        answer.failure = "\(error)"
        return answer
    }

    static func refused(_ invalid: InvalidMessage, merchant: String? = nil) -> Answer {
        refused(invalid.refusal, fields: invalid.fields, merchant: merchant)
    }
}

/// Reading a body, the same way for every operation.
enum RequestBody {
    /// Names match whatever their case: clients of this protocol write `merchantID`, `merchantId` and `MerchantID`.
    static let limits = JSONLimits(bytes: 64 * 1024, depth: 16, foldsCase: true)

    /// - Parameter mandatory: The field that an empty body lacks.
    static func object(_ body: [UInt8], mandatory: String) throws(Refusal) -> JSONObject {
        guard !text(body).isEmpty else { throw missing(mandatory) }
        do throws(JSONError) {
            if let object = try JSON(parsing: body, limits: limits).object { return object }
        } catch {
            throw Refusal(code: .unreadablePayload, description: "Payload cannot be read (9900): \(error)")
        }
        throw Refusal(code: .unreadablePayload, description: "Payload cannot be read (9900): not a JSON object")
    }

    /// A question about a session.
    ///
    /// - Throws: ``Refused``, with the answer to a body that is none.
    static func aboutSession<Query: SessionQuery>(_ body: [UInt8]) throws(Refused) -> Query {
        do {
            return try Query(try object(body, mandatory: "paymentToken"))
        } catch let invalid as InvalidMessage {
            throw Refused(answer: .refused(invalid))
        } catch {
            let refusal = error as? Refusal ?? Refusal(code: .unreadablePayload)
            throw Refused(answer: .refused(refusal, fields: refusal.fields))
        }
    }

    struct Refused: Error { let answer: Answer }

    static func missing(_ field: String) -> Refusal {
        InvalidMessage(FieldProblem(field: field, code: .missingParameter, reason: "")).refusal
    }

    /// A body without what editors and command lines put around a text: a byte-order mark, blanks, line breaks.
    static func text(_ body: [UInt8]) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
        let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body[...]
        guard let last = text.lastIndex(where: { !isSpace($0) }) else { return [] }
        return text[...last].drop(while: isSpace)
    }
}
