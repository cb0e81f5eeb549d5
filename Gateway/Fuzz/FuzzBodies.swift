internal import Foundation
internal import PGWTesting
internal import PGWWire
internal import StrictJSON

/// The input as a JSON body, and as each message of the protocol.
let fuzzBodies: FuzzTarget = { input in
    let json: JSON
    do throws(JSONError) {
        json = try JSON(parsing: input, limits: JSONLimits(bytes: 64 * 1024, depth: 16))
    } catch {
        require(CardNumberLeaks.scan("\(error)", in: "error").isEmpty, "an error repeats no card number")
        return
    }
    require((try? JSON(parsing: json.bytes)) == json, "what is written reads the same")
    if !holdsHugeNumber(json) {
        let foundation = try? JSONSerialization.jsonObject(with: Data(input), options: .fragmentsAllowed)
        require(foundation != nil, "what is strict is JSON for everybody")
    }
    guard let object = json.object else { return }

    do throws(InvalidMessage) {
        let request = try PaymentTokenRequest(claims: object)
        require((try? PaymentTokenRequest(claims: request.claims)) == request, "a request that is written reads the same")
    } catch {
        check(error)
    }
    query(object, SessionQuestion.self)
    query(object, DoPaymentRequest.self)
    query(object, TransactionStatusQuery.self)
    query(object, PaymentOptionDetailQuery.self)
    query(object, ExchangeRateQuery.self)
    query(object, PaymentNotificationQuery.self)
    query(object, LoyaltyPointQuery.self)
    do throws(InvalidMessage) {
        let request = try PaymentInquiryRequest(claims: object)
        require((try? PaymentInquiryRequest(claims: request.claims)) == request, "a request that is written reads the same")
    } catch {
        check(error)
    }
    do throws(InvalidMessage) {
        let payload = try SecurePayload(object)
        require(payload.json.object.flatMap { try? SecurePayload($0) } == payload, "card data that is written reads the same")
    } catch {
        check(error)
    }
    if let result = PaymentResult(claims: object) {
        for version in APIVersion.allCases {
            let claims = result.claims(version, isAmountNumber: false)
            require(PaymentResult(claims: claims) == result, "a result that is written reads the same")
        }
    }
    model(object, TransactionResultResponse.self)
    model(object, TransactionStatusResponse.self)
    model(object, PaymentOptionResponse.self)
    model(object, PaymentOptionDetailResponse.self)
    if let response = TokenInformationResponse(object), let again = try? JSON(parsing: response.bytes(.v43)).object {
        require(TokenInformationResponse(again)?.tokens.map(\.token) == response.tokens.map(\.token), "tokens stay")
    }
    if let refusal = Refusal(object) { _ = refusal.fields }
    _ = PaymentTokenResponse(claims: object)
}

private func query<Query: SessionQuery>(_ object: JSONObject, _: Query.Type) {
    do throws(InvalidMessage) {
        let request = try Query(object)
        require(request.json.object.flatMap { try? Query($0) } == request, "a request that is written reads the same")
    } catch {
        check(error)
    }
}

private func model<Model: WireResponse>(_ object: JSONObject, _: Model.Type) {
    guard let answer = Model(answer: object) else { return }
    let again = answer.wire.object.map { Model($0) }
    require(again == answer, "an answer that is written reads the same")
}

private func check(_ invalid: InvalidMessage) {
    let words = invalid.refusal.text + invalid.description
    require(words.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "a refusal is one line")
    require(CardNumberLeaks.scan(words, in: "refusal").isEmpty, "a refusal repeats no card number")
    require(!invalid.fields.isEmpty, "a refusal names a field")
}

/// Foundation refuses numbers beyond a `Double`, which JSON allows.
private func holdsHugeNumber(_ json: JSON) -> Bool {
    switch json {
    case .number(let number): Double(number.text).map { !$0.isFinite } ?? true
    case .array(let items): items.contains(where: holdsHugeNumber)
    case .object(let object): object.members.contains { holdsHugeNumber($0.value) }
    default: false
    }
}
