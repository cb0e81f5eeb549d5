@testable import JOSE

/// Keys made once for all tests: making one takes a while.
enum TestKeys {
    static let reader = key()
    static let writer = key()
    static let stranger = key()

    private static func key() -> RSAPrivateKey {
        do { return try RSAPrivateKey.generate(bits: 2048) } catch { fatalError("the system makes no keys: \(error)") }
    }
}
