public import Logging
internal import Foundation
internal import TokenVault

/// One line a record: time, level, message, then `key=value`. Whatever a value holds, it stays one line.
public struct LineLog: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    private let write: @Sendable (String) -> Void

    /// - Parameter write: Receives each line, with its newline. Standard error unless given.
    public init(level: Logger.Level = .info, write: @escaping @Sendable (String) -> Void = LineLog.standardError) {
        logLevel = level
        self.write = write
    }

    /// A line that cannot be written is lost: a full disk or a closed pipe must not end the gateway.
    public static let standardError: @Sendable (String) -> Void = { line in
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var line = "\(Self.time()) \(event.level.rawValue) \(Self.escaped(event.message.description))"
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in all.sorted(by: { $0.key < $1.key }) where !"\(value)".isEmpty {
            line += " \(Self.escaped(key))=\(Self.escaped("\(value)"))"
        }
        write(line + "\n")
    }

    /// Control characters, quotes and spaces are written as escapes: a value cannot end its line, start another one, or
    /// colour a terminal.
    static func escaped(_ text: String) -> String {
        var out = ""
        var isPlain = true
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                out += "\\\(scalar)"
                isPlain = false
            case " ", "=":
                out.unicodeScalars.append(scalar)
                isPlain = false
            case _ where !Texts.isPrintable(scalar):
                out += "\\u{\(String(scalar.value, radix: 16))}"
                isPlain = false
            default: out.unicodeScalars.append(scalar)
            }
        }
        return isPlain ? out : "\"\(out)\""
    }

    private static func time() -> String { Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
}
