internal import PGWWire
internal import StrictJSON

/// A request that knows its call.
protocol AskingRequest: BaseRequest {
    associatedtype Answer: AnswerModel
    /// The call as the request is now.
    func call(_ params: PGWSDKParams.Values) -> Call
}

/// An answer that can be read from what the gateway sent.
protocol AnswerModel: Sendable {
    /// - Returns: `nil` for an object that is no answer of the protocol.
    init?(answer object: JSONObject)
}

extension CustomerTokenInfoRequest: AskingRequest {
    typealias Answer = CustomerTokenInfoResponse
    func call(_ params: PGWSDKParams.Values) -> Call { call("cardtokeninfo", SessionQuestion(), params) }
}
