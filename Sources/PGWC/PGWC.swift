internal import Foundation
internal import PGW
internal import StrictJSON

// The functions of Bindings/C/openpgw.h, which says what each of them promises.

/// `pgw_answer`: the context of the call, a code, and JSON that the receiver frees.
public typealias CAnswer = @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafeMutablePointer<CChar>?) -> Void

@_cdecl("pgw_abi_version")
public func pgwABIVersion() -> Int32 { 1 }

@_cdecl("pgw_initialize")
public func pgwInitialize(_ json: UnsafePointer<CChar>?) -> Int32 {
    do throws(PGWError) {
        PGWSDK.initialize(params: try Messages.params(bytes(json)))
        SetUp.note(nil)
        return 0
    } catch {
        SetUp.note(error)
        return Int32(error.code.rawValue)
    }
}

@_cdecl("pgw_client_id")
public func pgwClientID() -> UnsafeMutablePointer<CChar>? { strdup(PGWSDK.shared.clientId()) }

@_cdecl("pgw_configuration")
public func pgwConfiguration() -> UnsafeMutablePointer<CChar>? { strdup(PGWSDK.shared.configurationText) }

@_cdecl("pgw_customer_token_info")
public func pgwCustomerTokenInfo(
    _ json: UnsafePointer<CChar>?, _ answer: CAnswer?, _ context: UnsafeMutableRawPointer?
) -> UInt64 {
    guard let answer else { return 0 }
    // The text is the caller's, and gone when this returns; and the set-up may be another by the time the call goes out.
    let ask: @Sendable () async throws(PGWError) -> CustomerTokenInfoResponse
    do throws(PGWError) {
        let request = try Messages.customerTokenInfoRequest(bytes(json))
        ask = PGWSDK.shared.prepared(request.paymentToken, request.locale, request.clientId)
    } catch {
        ask = { () throws(PGWError) in throw error }
    }
    return Calls.shared.begin(Receiver(answer: answer, context: context)) { () throws(PGWError) in
        do throws(PGWError) { return try await ask().json } catch { throw SetUp.explained(error) }
    }
}

@_cdecl("pgw_call")
public func pgwCall(
    _ name: UnsafePointer<CChar>?, _ json: UnsafePointer<CChar>?, _ answer: CAnswer?, _ context: UnsafeMutableRawPointer?
) -> UInt64 {
    let name = name.map { String(cString: $0) } ?? ""
    guard name != "customerTokenInfo" else { return pgwCustomerTokenInfo(json, answer, context) }
    guard let answer else { return 0 }
    let ask: @Sendable () async throws(PGWError) -> JSON
    do throws(PGWError) {
        let (call, request) = try Messages.call(name, bytes(json))
        let asked = PGWSDK.shared.prepared(operation: call.operation, request)
        ask = { () throws(PGWError) in Tables.shared.answer(call.answer, try await asked()) }
    } catch {
        ask = { () throws(PGWError) in throw error }
    }
    return Calls.shared.begin(Receiver(answer: answer, context: context)) { () throws(PGWError) in
        do throws(PGWError) { return try await ask() } catch { throw SetUp.explained(error) }
    }
}

/// What a set-up was refused for: a call that finds none says so, as a number alone does not.
private enum SetUp {
    private static let lock = NSLock()
    nonisolated(unsafe) private static var refusal: PGWError?  // under the lock

    static func note(_ error: PGWError?) { lock.withLock { refusal = error } }

    static func explained(_ error: PGWError) -> PGWError {
        guard error.code == .notInitialised, let refusal = lock.withLock({ refusal }) else { return error }
        return PGWError(.notInitialised, detail: "It was refused: \(refusal)")
    }
}

@_cdecl("pgw_cancel")
public func pgwCancel(_ call: UInt64) { Calls.shared.cancel(call) }

@_cdecl("pgw_free")
public func pgwFree(_ text: UnsafeMutableRawPointer?) { free(text) }

/// A text of C; `nil` for NULL.
private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
    text.map { text in Array(UnsafeRawBufferPointer(start: text, count: strlen(text))) }
}
