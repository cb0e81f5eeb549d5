import Dispatch
import Foundation
import Testing

@testable import JOSE

/// A test of timing after O. Reparaz, J. Balasch and I. Verbauwhede, "dude, is my code constant time?" (DATE 2017).
@Suite("Constant time", .serialized)
struct ConstantTimeTests {
    @Test("SEC-35 a MAC that is wrong in its first byte and one that is wrong in its last take the same time")
    func sec35Comparison() throws {
        let key = try HMACKey(secret: "0123456789ABCDEF0123456789ABCDEF")
        let good = CompactJWS.sign(Array(#"{"a":1}"#.utf8), with: key).split(separator: ".").map(String.init)
        let mac = Base64URL.decode(Array(good[2].utf8)) ?? []
        let kinds = Self.randomKinds()
        let messages = try kinds.map { kind in
            var mac = mac
            mac[kind == 0 ? 0 : mac.count - 1] ^= 0x55
            return try CompactJWS("\(good[0]).\(good[1]).\(Base64URL.encode(mac))")
        }
        let score = Self.score(kinds, samples: 1_000_000) { _ = try? messages[$0].verified(by: key) }
        print("SEC-35 Welch's t over 1,000,000 samples: \(String(format: "%.2f", score))")
        #expect(abs(score) < 4.5)
    }

    @Test("SEC-35 a comparison that ends at the first difference is told from one that does not")
    func sec35Control() {
        let kinds = Self.randomKinds()
        let right = [UInt8](repeating: 7, count: 32)
        let macs = kinds.map { kind in
            var mac = right
            mac[kind == 0 ? 0 : 31] = 8
            return mac
        }
        let score = Self.score(kinds, samples: 100_000) { index in
            for (one, other) in zip(macs[index], right) where one != other { return }
        }
        #expect(score < -4.5)
    }

    private static func randomKinds() -> [Int] { (0..<1024).map { _ in Int.random(in: 0...1) } }

    /// Welch's t between the times of messages of two kinds.
    ///
    /// What is compared are the messages, each by its mean: one message is a little faster than another by where it lies in
    /// memory, however often it is taken. The slowest tenth of all times is left out: it is what the machine did meanwhile.
    private static func score(_ kinds: [Int], samples: Int, _ body: (Int) -> Void) -> Double {
        var random: UInt64 = 0x9E37_79B9_7F4A_7C15
        var times: [(message: Int, time: Double)] = []
        times.reserveCapacity(samples)
        for _ in 0..<samples {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            let message = Int(random >> 40) % kinds.count
            let start = DispatchTime.now().uptimeNanoseconds
            body(message)
            times.append((message, Double(DispatchTime.now().uptimeNanoseconds - start)))
        }
        let limit = times.map(\.time).sorted()[samples * 9 / 10]
        var sums = [(total: Double, count: Double)](repeating: (0, 0), count: kinds.count)
        for (message, time) in times where time <= limit {
            sums[message].total += time
            sums[message].count += 1
        }
        let classes = [0, 1].map { kind -> (count: Double, mean: Double, variance: Double) in
            let means = kinds.indices.filter { kinds[$0] == kind && sums[$0].count > 0 }.map { sums[$0].total / sums[$0].count }
            let mean = means.reduce(0, +) / Double(means.count)
            let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count - 1)
            return (Double(means.count), mean, variance)
        }
        let error = (classes[0].variance / classes[0].count + classes[1].variance / classes[1].count).squareRoot()
        return (classes[0].mean - classes[1].mean) / error
    }
}
