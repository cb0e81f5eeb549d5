/// Which addresses lie in the public internet. Notifications of a gateway in production go nowhere else: whoever names an address must not
/// have the gateway ask for them in the network it stands in (SEC-54).
enum PublicAddress {
    /// - Parameter bytes: 4 of IPv4 or 16 of IPv6.
    static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: return !special4.contains { $0.contains(bytes) }
        case 16:
            // Addresses of IPv4 in those of IPv6: mapped, translated (RFC 6052), and of 6to4.
            if let inner = embedded(bytes) { return isPublic(inner) }
            return global6.contains(bytes) && !special6.contains { $0.contains(bytes) }
        default: return false
        }
    }

    private static func embedded(_ bytes: [UInt8]) -> [UInt8]? {
        if Block("::ffff:0:0/96", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 96).contains(bytes) { return Array(bytes[12...]) }
        if Block("64:ff9b::/96", [0, 0x64, 0xFF, 0x9B], 96).contains(bytes) { return Array(bytes[12...]) }
        if Block("2002::/16", [0x20, 0x02], 16).contains(bytes) { return Array(bytes[2..<6]) }
        return nil
    }

    /// A block of addresses.
    struct Block {
        private let start: [UInt8]
        private let bits: Int

        /// - Parameters:
        ///   - name: As registries write it, for the reader.
        ///   - start: Its first bytes; those behind them are 0.
        init(_ name: StaticString, _ start: [UInt8], _ bits: Int) {
            self.start = start
            self.bits = bits
        }

        func contains(_ bytes: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let byte = bit / 8 < start.count ? start[bit / 8] : 0
                return bytes[bit / 8] & mask == byte & mask
            }
        }
    }

    /// IANA's registry of special-purpose addresses of IPv4, and multicast.
    private static let special4 = [
        Block("0.0.0.0/8", [0], 8), Block("10.0.0.0/8", [10], 8), Block("100.64.0.0/10", [100, 64], 10),
        Block("127.0.0.0/8", [127], 8), Block("169.254.0.0/16", [169, 254], 16), Block("172.16.0.0/12", [172, 16], 12),
        Block("192.0.0.0/24", [192, 0, 0], 24), Block("192.0.2.0/24", [192, 0, 2], 24),
        Block("192.88.99.0/24", [192, 88, 99], 24), Block("192.168.0.0/16", [192, 168], 16),
        Block("198.18.0.0/15", [198, 18], 15), Block("198.51.100.0/24", [198, 51, 100], 24),
        Block("203.0.113.0/24", [203, 0, 113], 24), Block("224.0.0.0/4", [224], 4), Block("240.0.0.0/4", [240], 4),
    ]

    /// What is given out of IPv6 lies in one block.
    private static let global6 = Block("2000::/3", [0x20], 3)
    private static let special6 = [
        Block("2001::/23", [0x20, 0x01, 0x00], 23), Block("2001:db8::/32", [0x20, 0x01, 0x0D, 0xB8], 32),
        Block("3fff::/20", [0x3F, 0xFF, 0x00], 20), Block("5f00::/16", [0x5F, 0x00], 16),
    ]
}
