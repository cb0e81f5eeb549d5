internal import Foundation
internal import JOSE
internal import PGWWire
internal import StrictJSON
internal import TokenVault

/// `GET /sandbox/merchants`: the sandbox's merchants with their secrets, so that a test can sign.
struct SandboxMerchantsOperation: Operation {
    let name = "sandbox"
    let merchants: Merchants

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        let list: [JSON] = try await merchants.list().map { merchant in
            [
                "merchantID": .string(merchant.id), "secret": .string(merchant.printedSecret),
                "currencyCode": .string(merchant.profile.currency), "timeZone": .string(merchant.profile.timeZone),
            ]
        }
        return .json(["merchants": .array(list)])
    }
}

/// `POST /sandbox/keys`: gives a merchant a public key, `{"merchantID":"JT04","publicKey":"-----BEGIN CERTIFICATE-----…"}`, as
/// its portal would in production.
struct SandboxKeysOperation: Operation {
    let name = "sandbox"
    let merchants: Merchants
    let keys: MerchantKeys

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        guard let object = try? JSON(parsing: body, limits: RequestBody.limits).object,
            let id = object[anyCase: "merchantID"]?.string, let merchant = try await merchants.find(id),
            let pem = object[anyCase: "publicKey"]?.string
        else { return refused(#"Send {"merchantID":"JT04","publicKey":"-----BEGIN CERTIFICATE-----…"}, of a sandbox merchant"#) }
        do {
            let key = try RSAPublicKey(pem: pem)
            try await keys.add(key, to: merchant)
            return .json(["keyID": .string(key.thumbprint)])
        } catch {
            return refused("The key was not taken: \(error)")
        }
    }

    private func refused(_ words: String) -> Answer {
        var answer = Answer.json(["error": .string(words)], code: .invalidParameter)
        answer.status = 400
        return answer
    }
}

/// `/sandbox/clock`: `GET` reads the time; `POST` sets it with `{"now":"2027-01-31T10:00:00Z"}` or turns it on with
/// `{"advance":3600}`, in seconds.
struct SandboxClockOperation: Operation {
    let name = "sandbox"
    let sandbox: Sandbox
    let isReading: Bool

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        if !isReading {
            guard let object = try? JSON(parsing: body, limits: RequestBody.limits).object, turn(object) else {
                var answer = Answer.json(
                    ["error": #"Send {"now":"2027-01-31T10:00:00Z"} or {"advance":3600}, in seconds"#],
                    code: .invalidParameter)
                answer.status = 400
                return answer
            }
        }
        return .json(["now": .string(sandbox.clock.now().formatted(.iso8601))])
    }

    private func turn(_ object: JSONObject) -> Bool {
        if let seconds = object[anyCase: "advance"]?.number?.int, abs(seconds) < 4_000_000_000 {
            sandbox.clock.advance(TimeInterval(seconds))
            return true
        }
        // Foundation takes 10:60 for 11:00.
        if let text = object[anyCase: "now"]?.string, CalendarDay(yyyyMMdd: String(text.prefix(10))) != nil,
            text.contains(/T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]/), let date = try? Date(text, strategy: .iso8601)
        {
            sandbox.clock.set(offset: date.timeIntervalSinceNow)
            return true
        }
        return false
    }
}

/// `POST /sandbox/reset`: back to how the sandbox began.
struct SandboxResetOperation: Operation {
    let name = "sandbox"
    let sandbox: Sandbox

    func answer(_ body: [UInt8], _ call: CallContext) async throws -> Answer {
        try await sandbox.reset()
        return .json(["status": "reset"])
    }
}
