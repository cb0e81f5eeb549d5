internal import Foundation
internal import HTTPTransport
internal import PGW
internal import StrictJSON

/// What goes through the C ABI as JSON: requests from other languages, and answers to them.
enum Messages {
    // MARK: In

    /// - Throws: ``PGWError/Code/requestMissing`` or ``PGWError/Code/malformedRequest``.
    static func params(_ bytes: [UInt8]?) throws(PGWError) -> PGWSDKParams {
        let object = try object(bytes)
        guard let name = try text(object, "apiEnvironment") else { throw malformed("apiEnvironment is missing") }
        let params: PGWSDKParams
        if let environment = APIEnvironment.allCases.first(where: { $0.name() == name }) {
            params = PGWSDKParams(apiEnvironment: environment)
        } else {
            guard let gateway = URL.gateway(name) else {
                let names = APIEnvironment.allCases.map { $0.name() }.joined(separator: ", ")
                throw malformed("apiEnvironment is not one of \(names), or a gateway's address. \(URL.gatewayRule)")
            }
            params = PGWSDKParams(gateway: gateway)
        }
        params.clientId = try text(object, "clientId")
        params.locale = try text(object, "locale")
        switch object["log"] {
        case nil, .null?: break
        case .bool(let log)?: params.log = log
        default: throw malformed("log is neither true nor false")
        }
        return params
    }

    static func customerTokenInfoRequest(_ bytes: [UInt8]?) throws(PGWError) -> CustomerTokenInfoRequest {
        let object = try object(bytes)
        guard let paymentToken = try text(object, "paymentToken") else { throw malformed("paymentToken is missing") }
        let request = CustomerTokenInfoRequest(paymentToken: paymentToken)
        request.clientId = try text(object, "clientId") ?? ""
        request.locale = try text(object, "locale") ?? ""
        return request
    }

    /// A call by its name, and what it asks as it goes over the wire.
    static func call(_ name: String, _ bytes: [UInt8]?) throws(PGWError) -> (Tables.Call, JSONObject) {
        guard let call = Tables.shared.calls[name] else { throw malformed("There is no call of this name") }
        let object = try object(bytes)
        if call.request != "Initialization", object["paymentToken"] ?? .null == .null {
            throw malformed("paymentToken is missing")
        }
        do throws(Tables.Malformed) { return (call, try Tables.shared.wire(call.request, object)) } catch {
            throw malformed(error.reason)
        }
    }

    private static func object(_ bytes: [UInt8]?) throws(PGWError) -> JSONObject {
        guard let bytes else { throw PGWError(.requestMissing) }
        let json: JSON
        do throws(JSONError) { json = try JSON(parsing: bytes, limits: JSONLimits(bytes: 1 << 20)) } catch {
            throw malformed("\(error)")
        }
        guard let object = json.object else { throw malformed("not an object") }
        return object
    }

    private static func text(_ object: JSONObject, _ name: String) throws(PGWError) -> String? {
        switch object[name] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        default: throw malformed("\(name) is not a text")
        }
    }

    private static func malformed(_ why: String) -> PGWError { PGWError(.malformedRequest, detail: why) }

    // MARK: Out

    static func json(_ error: PGWError) -> JSON {
        [
            "code": .number(JSONNumber(error.code.rawValue)), "message": .string(error.errorDescription ?? ""),
            "detail": .string(error.detail ?? ""),
        ]
    }
}
