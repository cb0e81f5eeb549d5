internal import Dispatch
internal import Foundation
internal import PGW
internal import StrictJSON

/// Who is told the answer of a call.
///
/// @unchecked: the context is the caller's, who says by handing it over that it may be used on another thread; nothing here looks
/// behind it.
struct Receiver: @unchecked Sendable {
    let answer: CAnswer
    let context: UnsafeMutableRawPointer?

    /// Tells it, on a thread of its own: a receiver may block, and its caller's stack is never below it.
    func tell(_ code: Int32, _ json: JSON) {
        let text = json.text
        AnswerThreads.shared.run { answer(context, code, strdup(text)) }
    }
}

/// The calls that are not answered yet. Whoever takes a call from here answers it, so that each is answered once.
final class Calls: @unchecked Sendable {
    // @unchecked: `open` and `last` are only touched under the lock.
    static let shared = Calls()

    private struct Open {
        let receiver: Receiver
        var task: Task<Void, Never>?
    }

    private let lock = NSLock()
    private var open: [UInt64: Open] = [:]
    private var last: UInt64 = 0

    /// - Returns: The call's number, from 1.
    func begin(_ receiver: Receiver, _ body: @escaping @Sendable () async throws(PGWError) -> JSON) -> UInt64 {
        let id = lock.withLock {
            last += 1
            open[last] = Open(receiver: receiver)
            return last
        }
        let task = Task.soon {
            do throws(PGWError) {
                let json = try await body()
                self.take(id)?.receiver.tell(0, json)
            } catch {
                self.take(id)?.receiver.tell(Int32(error.code.rawValue), Messages.json(error))
            }
        }
        lock.withLock { open[id]?.task = task }
        return id
    }

    func cancel(_ id: UInt64) {
        guard let call = take(id) else { return }
        call.task?.cancel()
        let error = PGWError(.cancelled)
        call.receiver.tell(Int32(error.code.rawValue), Messages.json(error))
    }

    private func take(_ id: UInt64) -> Open? { lock.withLock { open.removeValue(forKey: id) } }
}

extension Task where Success == Void, Failure == Never {
    /// A task that begins on the caller's thread, where the system has such, and waits for no other.
    fileprivate static func soon(_ body: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        guard #available(macOS 26, iOS 26, tvOS 26, watchOS 26, *) else { return Task(operation: body) }
        return Task.immediate(operation: body)
    }
}
