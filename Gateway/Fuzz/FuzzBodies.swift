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
    do throws(InvalidMessage) {
        let request = try SessionQuestion(object)
        let again = request.json.object.flatMap { try? SessionQuestion($0) }
        require(again == request, "a request that is written reads the same")
    } catch {
        check(error)
    }
    if let response = TokenInformationResponse(object), let again = try? JSON(parsing: response.bytes(.v43)).object {
        require(TokenInformationResponse(again)?.tokens.map(\.token) == response.tokens.map(\.token), "tokens stay")
    }
    if let refusal = Refusal(object) { _ = refusal.fields }
    _ = PaymentTokenResponse(claims: object)
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
