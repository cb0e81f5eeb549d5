internal import Foundation

/// A form as browsers send one: `application/x-www-form-urlencoded`.
public struct Form: Sendable, Equatable {
    private let values: [String: String]

    public init(_ body: [UInt8]) {
        var values: [String: String] = [:]
        for pair in String(decoding: body, as: UTF8.self).split(separator: "&", maxSplits: 32) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? ""
            }
            // The first of two is the one that counts.
            if let name = parts.first, values[name] == nil { values[name] = parts.count == 2 ? parts[1] : "" }
        }
        self.values = values
    }

    /// The value of a name; `nil` where it is not there.
    public subscript(name: String) -> String? { values[name] }
}
