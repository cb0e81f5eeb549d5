internal import PGWWire
package import StrictJSON

extension PGWSDK {
    /// A call by the name of its operation, for other languages: what it asks and what it answers are as they go over the wire. It goes
    /// out as the SDK is set up now, whenever it is made.
    ///
    /// - Parameter request: Without `clientID` or `locale`, those of the SDK are sent.
    package func prepared(
        operation: String, _ request: JSONObject
    ) -> @Sendable () async throws(PGWError) -> JSONObject {
        let params = pgwSDKParams?.current
        let token = request["paymentToken"]?.string ?? ""
        let call = params.map { params in
            var body = request
            if body["clientID"] == nil { body["clientID"] = .string(params.clientId ?? ClientIdentifier.persisted()) }
            if body["locale"] == nil { body["locale"] = params.locale.map { .string($0) } }
            return Call(
                path: "payment/\(APIVersion.v43.rawValue)/\(operation)", body: .object(body),
                summary: token.isEmpty ? "" : "paymentToken \(Redaction.shortened(token))", secret: token)
        }
        return { () throws(PGWError) in
            guard let params, let call else { throw PGWError(.notInitialised) }
            return try await call.send(params) { $0["respCode"]?.string == nil ? nil : $0 }
        }
    }
}
