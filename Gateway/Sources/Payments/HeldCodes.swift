internal import Synchronization

/// A security code on its way to another task.
final class HeldCode: Sendable {
    private let code: Mutex<SecurityCode?>

    init(_ code: consuming SecurityCode?) { self.code = Mutex(code) }

    /// The code, once.
    func take() -> SecurityCode? { code.withLock { $0.take() } }
}

/// Security codes of payers who are authenticating, in the memory of the node they gave them to. Another node goes on without.
final class HeldCodes: Sendable {
    private let codes = Mutex<[[UInt8]: (code: HeldCode, since: ContinuousClock.Instant)]>([:])

    func hold(_ code: consuming SecurityCode?, for session: [UInt8]) {
        let held = HeldCode(code)
        let now = ContinuousClock.now
        codes.withLock { codes in
            // Who does not come back is not remembered for long.
            codes = codes.filter { now - $0.value.since < Self.longest }
            codes[session] = (held, now)
        }
    }

    private static let longest = Duration.seconds(15 * 60)

    func take(_ session: [UInt8]) -> SecurityCode? { codes.withLock { $0.removeValue(forKey: session) }?.code.take() }

    func drop(_ session: [UInt8]) { _ = codes.withLock { $0.removeValue(forKey: session) } }
}

/// Payments whose issuer is being asked at this moment, by this node: nobody need ask what became of them.
final class Asking: Sendable {
    private let sessions = Mutex<Set<[UInt8]>>([])

    func begin(_ session: [UInt8]) { _ = sessions.withLock { $0.insert(session) } }
    func end(_ session: [UInt8]) { _ = sessions.withLock { $0.remove(session) } }
    func contains(_ session: [UInt8]) -> Bool { sessions.withLock { $0.contains(session) } }
}
