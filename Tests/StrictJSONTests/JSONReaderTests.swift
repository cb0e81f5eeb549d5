import PGWTesting
import StrictJSON
import Testing

@Suite("Reading strict JSON")
struct JSONReaderTests {
    @Test(
        "what was read is written again the same",
        arguments: [
            "null", "true", "[]", "{}", "0", "-1", "2500.90", "1e3", "1.5E-7", #""""#, #""Visa""#, "[1,[2,[3]]]",
            #"{"b":1,"a":{"c":[null,false]}}"#, #""é😀""#, #""\"\\\n\r\t\u0001""#,
        ])
    func roundTrip(_ text: String) throws {
        #expect(try JSON(parsing: text).text == text)
    }

    @Test(
        "SEC-28 hostile texts are refused",
        arguments: [
            ("", .unexpectedEnd), ("{", .unexpectedEnd), (#"{"a""#, .unexpectedEnd), (#"{"a":"#, .unexpectedEnd),
            ("[1", .unexpectedEnd),
            (#""abc"#, .unexpectedEnd), ("tru", .unexpectedEnd), ("-", .invalidNumber),
            ("{} {}", .trailingBytes), ("1 1", .trailingBytes), ("[1,]", .unexpectedByte), ("{,}", .unexpectedByte),
            (#"{"a":1,}"#, .unexpectedByte), (#"{'a':1}"#, .unexpectedByte), ("{a:1}", .unexpectedByte), ("NaN", .unexpectedByte),
            ("// x\n1", .unexpectedByte), ("\u{FEFF}1", .unexpectedByte), ("True", .unexpectedByte),
            (#"{"a":1,"a":2}"#, .duplicateMember), (#"{"a":1,"\u0061":2}"#, .duplicateMember),
            (#"{"x":{"a":1,"a":1}}"#, .duplicateMember),
            ("01", .invalidNumber), ("1.", .invalidNumber), ("1.e1", .invalidNumber), ("1e", .invalidNumber),
            ("+1", .unexpectedByte),
            (".5", .unexpectedByte), ("0x10", .trailingBytes), ("-01", .invalidNumber),
            ("\"a\nb\"", .invalidString), (#""\x""#, .invalidString), (#""\ud800""#, .invalidString),
            (#""\ud800\u0041""#, .invalidString),
            (#""\udc00""#, .invalidString), (#""\u12"#, .unexpectedEnd), (#""\u12g4""#, .invalidString),
        ] as [(String, JSONError.Reason)])
    func hostile(_ text: String, _ reason: JSONError.Reason) {
        #expect { try JSON(parsing: text) } throws: { ($0 as? JSONError)?.reason == reason }
    }

    @Test(
        "SEC-28 bytes that are not UTF-8 are refused",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
        ] as [[UInt8]])
    func invalidUTF8(_ bytes: [UInt8]) {
        let text: [UInt8] = [0x22] + bytes + [0x22]
        #expect { try JSON(parsing: text) } throws: { ($0 as? JSONError)?.reason == .invalidString }
    }

    @Test("SEC-28 depth, size and length of numbers have limits")
    func limits() {
        func reason(_ text: String) -> JSONError.Reason? {
            do throws(JSONError) { _ = try JSON(parsing: text) } catch { return error.reason }
            return nil
        }
        let sixteen = String(repeating: "[", count: 16) + String(repeating: "]", count: 16)
        #expect(reason(sixteen) == nil)
        #expect(reason("[" + sixteen + "]") == .tooDeep)
        #expect(reason(String(repeating: "[", count: 60_000)) == .tooDeep)
        #expect(reason("\"" + String(repeating: "a", count: 70_000) + "\"") == .tooLarge)
        #expect(reason(String(repeating: "1", count: 40)) == nil)
        #expect(reason(String(repeating: "1", count: 41)) == .invalidNumber)
    }

    @Test("an object of three thousand members is read, and its duplicate found")
    func manyMembers() throws {
        let members = (0..<3000).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
        #expect(try JSON(parsing: "{\(members)}").object?.members.count == 3000)
        #expect(throws: JSONError.self) { try JSON(parsing: "{\(members),\"m7\":1}") }
    }

    @Test(
        "SEC-05 an error names a place and repeats nothing",
        arguments: [
            (#"{"4111111111111111":1,"4111111111111111":2}"#, 22), (#"{"a":4111111111111111x}"#, 21),
            (#"["4111111111111111" 1]"#, 20),
            (#"4111111111111111 5555555555554444"#, 17), (#""4111111111111111"#, 17), (#"04111111111111111"#, 0),
        ])
    func errorRepeatsNothing(_ text: String, _ place: Int) {
        #expect {
            try JSON(parsing: text)
        } throws: { error in
            CardNumberLeaks.scan("\(error)", in: "error").isEmpty && "\(error)".contains("byte \(place)")
        }
    }

    @Test("an object keeps its order, and its canonical form sorts at every depth")
    func canonical() throws {
        let object = try #require(try JSON(parsing: #"{"b":[{"d":1,"c":2}],"a":1}"#).object)
        #expect(object.members.map(\.name) == ["b", "a"])
        #expect(JSON.object(object.canonical).text == #"{"a":1,"b":[{"c":2,"d":1}]}"#)
    }

    @Test("setting nil removes a member")
    func remove() {
        var object = JSONObject()
        object["a"] = 1
        object["b"] = "x"
        object["a"] = nil
        #expect(JSON.object(object).text == #"{"b":"x"}"#)
    }
}
