internal import Foundation

#if canImport(Glibc)
internal import Glibc
#endif

/// Where the log goes. It may be a full disk, closed, or a pipe whose reader is gone: that is no reason to end the app. A pipe that is full,
/// and read by nobody, keeps a writer waiting, as it does everyone else who writes there; unless the app has made it one that does not wait.
enum StandardError {
    /// Writes as much as goes. Foundation ends the process where it cannot write.
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
