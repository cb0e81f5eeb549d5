internal import Crypto
package import Foundation

/// The key that wraps every other key of the vault (KEK). It lives in a file, never in the store.
public struct MasterKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: SymmetricKey

    init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    /// Reads a key file: 64 hexadecimal digits, readable by its owner alone. Of a file that nobody can write, as on a volume of
    /// secrets, the process's own group may be a reader too. Behind a symbolic link it is the target that is judged.
    ///
    /// - Throws: ``VaultError`` of kind ``VaultError/Kind/refused``, naming the file and what to do.
    public static func load(_ path: String) throws(VaultError) -> MasterKey {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw refused(path, "cannot be opened: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { throw refused(path, "is not a plain file") }
        let isOurGroups = info.st_mode & 0o777 == 0o440 && isOwnGroup(info.st_gid)
        guard info.st_mode & 0o077 == 0 || isOurGroups else {
            throw refused(path, "can be read by others; run: chmod 600 \(path)")
        }
        guard info.st_uid == geteuid() || info.st_uid == 0 else { throw refused(path, "belongs to another user") }
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = read(file, &buffer, buffer.count)
        let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).trimmingCharacters(in: .aroundSecrets)
        guard let bytes = [UInt8](hex: text), bytes.count == 32 else {
            throw refused(path, "does not hold 64 hexadecimal digits")
        }
        return MasterKey(bytes: bytes)
    }

    /// Makes a key and writes it to a new file of mode 0600, on disk before this returns.
    ///
    /// - Throws: ``VaultError`` when the file exists or cannot be written.
    public static func create(_ path: String) throws(VaultError) -> MasterKey {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes(Array.init)
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw refused(path, "cannot be made: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let text = Array((bytes.hex + "\n").utf8)
        guard write(file, text, text.count) == text.count, fsync(file) == 0 else {
            throw refused(path, "cannot be written: \(String(cString: strerror(errno)))")
        }
        return MasterKey(bytes: bytes)
    }

    /// The key that wraps the data keys of one purpose, so that a node can be given some purposes and not others.
    func wrappingKey(_ purpose: KeyPurpose) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("openpgw wrap \(purpose.rawValue)".utf8), outputByteCount: 32)
    }

    public var description: String { "MasterKey" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    private static func isOwnGroup(_ group: gid_t) -> Bool {
        if group == getegid() { return true }
        var groups = [gid_t](repeating: 0, count: 1024)
        let count = getgroups(Int32(groups.count), &groups)
        return count > 0 && groups.prefix(Int(count)).contains(group)
    }

    private static func refused(_ path: String, _ why: String) -> VaultError {
        VaultError(.refused, "The master key file \(path) \(why)")
    }
}

extension [UInt8] {
    /// Two digits a byte, lower case.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// - Returns: `nil` for anything but pairs of hexadecimal digits.
    public init?(hex: String) {
        let values = hex.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard values.count % 2 == 0, !values.contains(nil) else { return nil }
        self = stride(from: 0, to: values.count, by: 2).map { UInt8((values[$0] ?? 0) << 4 | (values[$0 + 1] ?? 0)) }
    }
}

extension CharacterSet {
    /// What files of secrets and settings have around them without meaning it.
    package static let aroundSecrets = CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{FEFF}"))
}
