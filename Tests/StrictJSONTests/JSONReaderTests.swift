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
            ("// x\n1", .unexpectedByte), ("\u{FEFF}\u{FEFF}1", .unexpectedByte), ("True", .unexpectedByte),
            (#"{"a":1,"a":2}"#, .duplicateMember), (#"{"a":1,"\u0061":2}"#, .duplicateMember),
            (#"{"x":{"a":1,"a":1}}"#, .duplicateMember),
            ("01", .invalidNumber), ("1.", .invalidNumber), ("1.e1", .invalidNumber), ("1e", .invalidNumber),
            ("+1", .unexpectedByte),
            (".5", .unexpectedByte), ("0x10", .trailingBytes), ("-01", .invalidNumber),
            ("\"a\nb\"", .invalidString), (#""\x""#, .invalidString), (#""\ud800""#, .invalidString),
            (#""\ud800\u0041""#, .invalidString),
            (#""\udc00""#, .invalidString), (#""\u12"#, .unexpectedEnd), (#""\u12g4""#, .invalidString),
        ] as [(String, JSONError.Reason)])
    func sec28Hostile(_ text: String, _ reason: JSONError.Reason) {
        #expect { try JSON(parsing: text) } throws: { ($0 as? JSONError)?.reason == reason }
    }

    @Test(
        "SEC-28 bytes that are not UTF-8 are refused",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
        ] as [[UInt8]])
    func sec28InvalidUTF8(_ bytes: [UInt8]) {
        let text: [UInt8] = [0x22] + bytes + [0x22]
        #expect { try JSON(parsing: text) } throws: { ($0 as? JSONError)?.reason == .invalidString }
    }

    @Test("SEC-28 depth, size and length of numbers have limits")
    func sec28Limits() {
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
    func sec05ErrorRepeatsNothing(_ text: String, _ place: Int) {
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

    @Test("a byte-order mark in front is passed over")
    func mark() throws { #expect(try JSON(parsing: "\u{FEFF}{\"a\":1}") == ["a": 1]) }

    @Test(
        "where case does not count, two names that differ in it alone are one name twice",
        arguments: [
            (#"{"a":1,"A":2}"#, false), (#"{"x":[{"payload":1,"PayLoad":1}]}"#, false), (#"{"s":1,"\u017F":1}"#, true),
            ("{" + (0..<20).map { "\"n\($0)\":1," }.joined() + "\"N7\":1}", false), (#"{"é":1,"É":1}"#, true),
        ])
    func anyCase(_ text: String, _ isTaken: Bool) throws {
        #expect(((try? JSON(parsing: text, limits: JSONLimits(foldsCase: true))) != nil) == isTaken)
        #expect((try? JSON(parsing: text)) != nil)
    }

    @Test("members are found whatever their case")
    func lookUp() throws {
        let object = try #require(try JSON(parsing: #"{"MerchantId":1}"#, limits: JSONLimits(foldsCase: true)).object)
        #expect(object[anyCase: "merchantID"] == 1)
        #expect(object[anyCase: "merchantI"] == nil)
    }

    @Test(
        "a whole number is one however it is written",
        arguments: [
            ("1000", 1000), ("1e3", 1000), ("1E+3", 1000), ("1000.0", 1000), ("10000e-1", 1000), ("-1.5e1", -15), ("0.0", 0),
            ("0e9", 0),
            ("1.5", nil), ("1e-1", nil), ("1e19", nil), ("1e999999999999999999", nil), ("9223372036854775808", nil),
            ("9223372036854775807", Int.max),
        ])
    func whole(_ text: String, _ value: Int?) throws { #expect(try JSON(parsing: text).number?.int == value) }
}
