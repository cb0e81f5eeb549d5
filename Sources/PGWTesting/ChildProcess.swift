internal import Foundation

#if canImport(Glibc)
internal import Glibc
#endif

#if os(macOS) || os(Linux)

/// A program that a test runs, its streams kept in files.
///
/// Not Foundation's `Process`, which on Linux learns of an end by a socket that another child may have inherited, and not at all
/// where more than 1024 files are open. This one waits for the process itself, gives it no file but its three streams, and ends
/// it when nobody holds it any more: a test that fails leaves nothing running.
@_spi(OpenPGW)
public final class ChildProcess: Sendable {
    public enum End: Sendable, Equatable {
        case exit(status: Int32)
        case signal(Int32)
    }

    public let pid: Int32
    private let state = State()

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - environment: The whole of it; this process's own where it is `nil`.
    ///   - input: A file to read.
    ///   - output: A file that is made, or made empty; `errors` likewise.
    /// - Throws: `POSIXError` of `posix_spawn(3)`.
    public init(
        _ path: String, _ arguments: [String], environment: [String: String]? = nil, input: String = "/dev/null", output: String,
        errors: String
    ) throws {
        let variables = environment ?? ProcessInfo.processInfo.environment
        let words = Strings([path] + arguments)
        let settings = Strings(variables.map { "\($0.key)=\($0.value)" })
        #if canImport(Darwin)
        var (actions, attributes) = (posix_spawn_file_actions_t(nil as OpaquePointer?), posix_spawnattr_t(nil as OpaquePointer?))
        #else
        var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // Whatever is open, or will have been opened by another thread when the child begins.
        for number in 3..<Int32(min(4096, sysconf(Int32(_SC_OPEN_MAX)))) {
            posix_spawn_file_actions_addclose(&actions, number)
        }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        var pid: pid_t = 0
        let problem = posix_spawn(&pid, path, &actions, &attributes, words.pointers, settings.pointers)
        guard problem == 0 else { throw POSIXError(POSIXErrorCode(rawValue: problem) ?? .EIO) }
        self.pid = pid
        Thread.detachNewThread { [state, pid] in state.watch(pid) }
    }

    deinit { signal(SIGKILL) }

    /// How it ended; `nil` while it runs.
    public var end: End? { state.end }

    /// Sends a signal, unless it has ended.
    public func signal(_ number: Int32) { state.whileRunning { kill(pid, number) } }

    /// Waits for its end, on this thread.
    @available(*, noasync)
    public func wait() -> End { state.wait() }

    /// Waits for its end.
    public func ended() async -> End {
        await withCheckedContinuation { continuation in state.then { continuation.resume(returning: $0) } }
    }

    /// What the thread that waits for the process shares with those who ask.
    private final class State: @unchecked Sendable {
        // @unchecked: guarded by the condition.
        private let condition = NSCondition()
        private var found: End?
        private var waiting: [(End) -> Void] = []

        var end: End? { condition.withLock { found } }

        /// The number is the process's own until it is reaped, which only happens under the lock.
        func watch(_ pid: pid_t) {
            var information = siginfo_t()
            while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) == -1, errno == EINTR {}
            var status: Int32 = 0
            condition.lock()
            while waitpid(pid, &status, 0) == -1, errno == EINTR {}
            let end = status & 0x7F == 0 ? End.exit(status: status >> 8 & 0xFF) : .signal(status & 0x7F)
            found = end
            let waited = waiting
            waiting = []
            condition.broadcast()
            condition.unlock()
            for body in waited { body(end) }
        }

        func whileRunning(_ body: () -> Void) { condition.withLock { if found == nil { body() } } }

        func wait() -> End {
            condition.lock()
            defer { condition.unlock() }
            while true {
                if let found { return found }
                condition.wait()
            }
        }

        func then(_ body: @escaping (End) -> Void) {
            condition.lock()
            guard let found else {
                waiting.append(body)
                condition.unlock()
                return
            }
            condition.unlock()
            body(found)
        }
    }
}

/// Strings as C takes lists of them, for as long as it is held.
private final class Strings {
    let pointers: [UnsafeMutablePointer<CChar>?]

    init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

    deinit { for pointer in pointers { free(pointer) } }
}

#endif
