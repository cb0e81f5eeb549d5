public import Foundation

/// Receives a response. Called at most once, and never beside an ``APIFailure``.
public typealias APIResponse<T> = (T) -> Void
/// Receives what kept the call from being answered.
public typealias APIFailure = (NSError) -> Void

// The two forms of every call.
extension PGWSDK {
    /// A call that goes out as the SDK and the request are now, whenever it is made.
    func prepared<Request: AskingRequest>(
        _ request: Request, through make: ((Request, PGWSDKParams.Values) -> Call)? = nil
    ) -> @Sendable () async throws(PGWError) -> Request.Answer {
        let params = pgwSDKParams?.current
        let call = params.map { make?(request, $0) ?? request.call($0) }
        return { () throws(PGWError) in
            guard let params, let call else { throw PGWError(.notInitialised) }
            return try await call.send(params, Request.Answer.init(answer:))
        }
    }

    /// The closure form.
    func call<Request: AskingRequest>(
        _ request: Request?, through make: ((Request, PGWSDKParams.Values) -> Call)? = nil,
        _ response: @escaping APIResponse<Request.Answer>, _ failure: @escaping APIFailure
    ) {
        let closures = Closures(response: response, failure: failure)
        let queue = pgwSDKParams?.callbackQueue ?? .main
        let messageInDomain = pgwSDKParams?.messageInErrorDomain ?? true
        guard let request else {
            let error = PGWError(.requestMissing)
            return queue.async { closures.failure(error.nsError(messageInDomain: messageInDomain)) }
        }
        let ask = prepared(request, through: make)
        Task {
            let result: Result<Request.Answer, PGWError>
            do throws(PGWError) {
                result = .success(try await ask())
            } catch {
                result = .failure(error)
            }
            queue.async {
                switch result {
                case .success(let value): closures.response(value)
                case .failure(let error): closures.failure(error.nsError(messageInDomain: messageInDomain))
                }
            }
        }
    }
}

/// The caller's closures on their way to the caller's queue.
///
/// @unchecked: they are not touched in between, and one of them is called once, on the queue the caller chose.
private struct Closures<Answer>: @unchecked Sendable {
    let response: APIResponse<Answer>
    let failure: APIFailure
}
