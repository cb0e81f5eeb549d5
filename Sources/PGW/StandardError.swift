internal import Foundation

#if canImport(Glibc)
internal import Glibc
#endif

/// Where the log goes. It may be a pipe that nobody reads, a full disk, or closed: that is no reason to end the app, or to keep it waiting.
enum StandardError {
    /// Writes as much as goes at once. Foundation ends the process where it cannot write.
    static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        withoutSignal {
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                bytes = bytes.dropFirst(count)
            }
        }
    }

    /// A reader that is gone is told by SIGPIPE, which ends whoever does not ignore it. It is for this thread: kept from it for the time
    /// of the writing, and taken away if it came by this.
    private static func withoutSignal(_ body: () -> Void) {
        #if canImport(Glibc)
        var (pipe, before, pending) = (sigset_t(), sigset_t(), sigset_t())
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        sigpending(&pending)
        let wasPending = sigismember(&pending, SIGPIPE) == 1
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        body()
        if !wasPending {
            var none = timespec()
            while sigtimedwait(&pipe, nil, &none) < 0, errno == EINTR {}
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        #else
        body()
        #endif
    }
}
