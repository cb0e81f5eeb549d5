internal import Foundation
public import TokenVault

/// A card verification value on its way to one authorisation. It cannot be copied, kept in a record, printed or reflected, and its
/// memory is overwritten at its end (PCI DSS 3.3.1).
public struct SecurityCode: ~Copyable, @unchecked Sendable {
    // @unchecked: it owns its bytes alone, and never changes them before its end.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    /// - Parameters:
    ///   - text: Its digits.
    ///   - length: How many the card's scheme has.
    /// - Returns: `nil` for anything else.
    public init?(_ text: String, length: Int) {
        guard text.utf8.count == length, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        bytes = .allocate(capacity: length)
        _ = bytes.initialize(fromContentsOf: text.utf8)
    }

    deinit {
        Self.overwrite(bytes)
        bytes.deallocate()
    }

    /// In a way that is not left out where nobody reads the memory afterwards.
    private static func overwrite(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        #if canImport(Darwin)
        memset_s(start, bytes.count, 0, bytes.count)
        #else
        explicit_bzero(start, bytes.count)
        #endif
    }

    /// Hands the digits to the one who asks the issuer.
    public func withDigits<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(UnsafeBufferPointer(bytes))
    }
}

extension CardScheme {
    /// How many digits its security codes have.
    public var securityCodeLength: Int { self == .amex ? 4 : 3 }
}
