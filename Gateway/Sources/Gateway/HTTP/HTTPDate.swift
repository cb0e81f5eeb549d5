internal import Foundation
internal import NIOPosix

/// The time as a `Date` header says it (RFC 9110 §5.6.7), put together once a second and thread.
enum HTTPDate {
    /// @unchecked: each is a single thread's, which ``ThreadSpecificVariable`` shows to no other.
    private final class Cached: @unchecked Sendable {
        var second = Int.min
        var text = ""
    }

    private static let cached = ThreadSpecificVariable<Cached>()

    static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let cached: Cached
        if let own = Self.cached.currentValue {
            cached = own
        } else {
            cached = Cached()
            Self.cached.currentValue = cached
        }
        if cached.second != time.tv_sec {
            cached.second = time.tv_sec
            cached.text = text(time.tv_sec)
        }
        return cached.text
    }

    /// - Parameter second: Since 1970.
    static func text(_ second: Int) -> String {
        var (second, parts) = (time_t(second), tm())
        gmtime_r(&second, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
