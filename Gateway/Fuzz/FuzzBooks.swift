internal import CardBooks
internal import Foundation
internal import PGWTesting
internal import StrictJSON
internal import TokenVault

/// The input as a line of JSON, as a row of CSV, and as a whole file.
let fuzzBooks: FuzzTarget = { input in
    func take(_ fields: () throws(VaultError) -> [String: String]) {
        do throws(VaultError) {
            _ = try BookLine.account(try fields())
        } catch {
            require(CardNumberLeaks.scan("\(error)", in: "error").isEmpty, "an error repeats no card number")
        }
    }
    take { () throws(VaultError) in try BookLine.fields(try? JSON(parsing: input)) }
    do throws(VaultError) {
        let names = try BookHeader.names(input, "the book")
        require(
            Set(names).count == names.count && names.allSatisfy(BookLine.names.contains), "columns have names there are, once")
    } catch {
        require(CardNumberLeaks.scan("\(error)", in: "error").isEmpty, "an error repeats no card number")
    }
    if let row = try? CSVRow.fields(input) {
        take { () throws(VaultError) in Dictionary(zip(BookLine.names, row)) { $1 } }
        // Byte by byte: as a character, a quote with an accent on it is no quote.
        let quoted: [[UInt8]] = row.map { field in
            let doubled = field.utf8.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] }
            return [UInt8(ascii: "\"")] + doubled + [UInt8(ascii: "\"")]
        }
        let again = Array(quoted.joined(separator: [UInt8(ascii: ",")]))
        require((try? CSVRow.fields(again)) == row, "a row that is quoted reads the same")
    }
    file(input)
}

/// Reads the input as a file, by the reader that imports use.
private func file(_ input: [UInt8]) {
    let path = NSTemporaryDirectory() + "openpgw-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    guard (try? Data(input).write(to: URL(fileURLWithPath: path))) != nil else { return }
    defer { unlink(path) }
    guard var reader = try? LineReader(path, from: 0, limit: 64) else { return }
    var end = 0
    while let line = try? reader.next() {
        require(line.end > end && line.end <= input.count, "lines follow each other")
        end = line.end
    }
    require(end == input.count, "no byte is left behind")
}
