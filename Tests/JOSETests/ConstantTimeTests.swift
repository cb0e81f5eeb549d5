import Dispatch
import Foundation
import Testing

@testable import JOSE

/// A test of timing after O. Reparaz, J. Balasch and I. Verbauwhede, "dude, is my code constant time?" (DATE 2017).
@Suite("Constant time", .serialized)
struct ConstantTimeTests {
    private static let samples = 1_000_000
    private static let copies = 1024

    @Test("SEC-35 a MAC that is wrong in its first byte and one that is wrong in its last take the same time")
    func comparison() throws {
        let key = try HMACKey(secret: "0123456789ABCDEF0123456789ABCDEF")
        let good = CompactJWS.sign(Array(#"{"a":1}"#.utf8), with: key).split(separator: ".").map(String.init)
        let mac = Base64URL.decode(Array(good[2].utf8)) ?? []
        // Many of each kind, in random turns: one alone, or every other one, would be told by where it lies in memory.
        let kinds = (0..<Self.copies).map { _ in Int.random(in: 0...1) }
        let messages = try kinds.map { kind in
            var mac = mac
            mac[kind == 0 ? 0 : mac.count - 1] ^= 0x55
            return try CompactJWS("\(good[0]).\(good[1]).\(Base64URL.encode(mac))")
        }
        // What leaks does so every time; what only happened on this machine just now does not happen three times the same way.
        var scores: [Double] = []
        repeat {
            scores.append(Self.score(kinds) { _ = try? messages[$0].verified(by: key) })
        } while scores.count < 3 && abs(scores[scores.count - 1]) >= 4.5
        print(
            "SEC-35 Welch's t over \(Self.samples) samples: \(scores.map { String(format: "%.2f", $0) }.joined(separator: ", "))")
        let isLeak = scores.count == 3 && scores.allSatisfy { abs($0) >= 4.5 && ($0 > 0) == (scores[0] > 0) }
        #expect(!isLeak, "\(scores)")
    }

    /// Welch's t between the times of two kinds of messages, taken in random turns. The slowest tenth is left out: it is what
    /// the machine did meanwhile.
    private static func score(_ kinds: [Int], _ body: (Int) -> Void) -> Double {
        var random: UInt64 = 0x9E37_79B9_7F4A_7C15
        var times: [(kind: Int, time: Double)] = []
        times.reserveCapacity(samples)
        for _ in 0..<samples {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            let message = Int(random >> 40) % copies
            let start = DispatchTime.now().uptimeNanoseconds
            body(message)
            times.append((kinds[message], Double(DispatchTime.now().uptimeNanoseconds - start)))
        }
        let limit = times.map(\.time).sorted()[samples * 9 / 10]
        let classes = [0, 1].map { kind -> (count: Double, mean: Double, variance: Double) in
            let kept = times.filter { $0.kind == kind && $0.time < limit }.map(\.time)
            let mean = kept.reduce(0, +) / Double(kept.count)
            let variance = kept.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(kept.count - 1)
            return (Double(kept.count), mean, variance)
        }
        let error = (classes[0].variance / classes[0].count + classes[1].variance / classes[1].count).squareRoot()
        return (classes[0].mean - classes[1].mean) / error
    }
}
