import Foundation
import StrictJSON
import Testing

@testable import PGWWire

/// The documentation says what the table of fields says.
@Suite("Documentation")
struct DocumentationTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func table(_ title: String, _ fields: [FieldDescription]) -> String {
        let rows = fields.map { field in
            let aliases = field.aliases.map { "`\($0)`" }.joined(separator: ", ")
            let rule = field.rule.description.replacingOccurrences(of: " | ", with: ", ")
            return "| `\(field.name)` | \(rule) | \(field.isMandatory ? "yes" : "") | \(aliases) |"
        }
        return (["## \(title)", "", "| field | holds | mandatory | also read |", "|---|---|---|---|"] + rows).joined(
            separator: "\n")
    }

    private static var article: String {
        let intro = """
            # Fields of a payment token request

            What each field may hold, and how long it may be.

            ## Overview

            `A` is letters, `N` digits, `AN` both, `C` any printable character; the number is the most characters there may be.
            `D(12,5)` is an amount in major units: up to 12 digits before the point and 5 after it, as a number or a numeric text,
            with no more decimals than its currency has; its limits are those of the value, and `1e3` is 1000. `B` is true or false.
            A field that is absent, `null` or blank counts as not given. Fields that are not listed are ignored.

            Names match whatever the case of their letters. Values are read as clients write them: a text may be the digits of a
            number (`"invoiceNo":1595219400`), a number a text of digits, `B` the text `"true"` or `"false"`. What reads as a card
            number is taken in no text, whatever stands between its digits.

            This page is written from the table that validates requests; a test holds the two together.
            """
        let tables = [
            table("The request", PaymentTokenRequest.fields), table("userInfo", UserInfo.table.descriptions),
            table("customerAddress", CustomerAddress.table.descriptions),
            table("billing and shipping", Address.table.descriptions),
            table("browserDetails", BrowserDetails.table.descriptions),
        ]
        return ([intro] + tables).joined(separator: "\n\n") + "\n"
    }

    private static var maintenanceArticle: String {
        let intro = """
            # Fields of maintenance requests

            What each field of a request to store, look up, change or delete a card may hold, and how long it may be.

            ## Overview

            `A` is letters, `N` digits, `AN` both, `C` any printable character; the number is the most characters there may be. A
            card (`tokenProvider` `CC`) also needs `accountNo`, `name` and `expiry`; another provider's token (`MA`) needs
            `accountNo`. An `expiry` is `yyyy-MM-dd`, a day there is, which says no more than its month. Fields that are not listed are
            ignored, and names match whatever the case of their letters. A text may be the digits of a number.

            This page is written from the tables that validate requests; a test holds them together.
            """
        let tables = [
            table("add", AddCustomerTokenRequest.fields), table("update", UpdateCustomerTokenRequest.fields),
            table("get and delete", NamedCustomerTokenRequest.fields),
        ]
        return ([intro] + tables).joined(separator: "\n\n") + "\n"
    }

    @Test(
        "the articles on fields are the tables; OPENPGW_WRITE_DOCS=1 writes them anew",
        arguments: [("PaymentTokenFields", article), ("CustomerTokenFields", maintenanceArticle)])
    func articles(_ name: String, _ text: String) throws {
        let file = Self.root.appendingPathComponent("Sources/PGWMerchant/PGWMerchant.docc/\(name).md")
        if ProcessInfo.processInfo.environment["OPENPGW_WRITE_DOCS"] != nil { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    // MARK: What the bindings read

    private static let bindingTypes: [any WireModel.Type] = [
        PaymentOptionResponse.self, PaymentOptionDetailResponse.self, TransactionResultResponse.self,
        TransactionStatusResponse.self, CancelTransactionResponse.self, ExchangeRateResponse.self, UserPreferenceResponse.self,
        SystemInitializationResponse.self, PaymentNotificationResponse.self, LoyaltyPointInfoResponse.self,
    ]

    /// Each answer and each part of one, once: what every language makes of it.
    private static var bindingAnswers: String {
        var text = """
            # What the calls of payments answer, for the bindings: each member by its name in the SDKs, the one on the wire, and its kind,
            # which is text, integer, number, flag, texts, object NAME or list NAME. A flag that is true where it is not given says so.
            # Written from the tables of PGWWire by its tests: OPENPGW_WRITE_DOCS=1 swift test --filter DocumentationTests

            """
        var waiting = bindingTypes
        var seen: Set<String> = []
        while let type = waiting.popLast() {
            guard seen.insert("\(type)").inserted else { continue }
            text += "\nanswer \(type)\n" + rows(type, &waiting)
        }
        return text
    }

    private static func rows<Model: WireModel>(_ type: Model.Type, _ waiting: inout [any WireModel.Type]) -> String {
        let given = Model().json.object
        return Model.members.map { member in
            let kind: String
            switch member.kind {
            case .text: kind = "text"
            case .integer: kind = "integer"
            case .number, .numberText: kind = "number"
            case .flag: kind = given?[member.sdkName] == true ? "flag true" : "flag"
            case .texts: kind = "texts"
            case .object(let part):
                waiting.append(part)
                kind = "object \(part)"
            case .list(let part):
                waiting.append(part)
                kind = "list \(part)"
            }
            return "\(member.sdkName) \(member.name) \(kind)\n"
        }.joined()
    }

    @Test("the bindings read what the tables say; OPENPGW_WRITE_DOCS=1 writes it anew")
    func bindings() throws {
        let file = Self.root.appendingPathComponent("Bindings/answers.txt")
        if ProcessInfo.processInfo.environment["OPENPGW_WRITE_DOCS"] != nil { try Data(Self.bindingAnswers.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == Self.bindingAnswers)
    }

    @Test(
        "the OpenAPI description has the table's fields and limits",
        arguments: [
            ("PaymentTokenClaims", PaymentTokenRequest.fields), ("TokenInformationRequest", SessionQuestion.fields),
            ("PaymentOptionDetailRequest", PaymentOptionDetailQuery.fields), ("ExchangeRateRequest", ExchangeRateQuery.fields),
            ("LoyaltyPointRequest", LoyaltyPointQuery.fields), ("TransactionStatusRequest", TransactionStatusQuery.fields),
            ("PaymentNotificationRequest", PaymentNotificationQuery.fields), ("DoPaymentRequest", DoPaymentRequest.fields),
            ("PaymentDetails", PaymentDetails.table.descriptions), ("PaymentInquiryClaims", PaymentInquiryRequest.fields),
            ("SecureExchangeRateClaims", SecureExchangeRateRequest.fields),
        ])
    func openAPI(_ schema: String, _ fields: [FieldDescription]) throws {
        let file = try Data(contentsOf: Self.root.appendingPathComponent("Documentation/openapi.json"))
        let description = try JSON(parsing: Array(file), limits: JSONLimits(bytes: 1 << 20, depth: 32))
        let object = try #require(description.object?["components"]?.object?["schemas"]?.object?[schema]?.object)
        let properties = try #require(object["properties"]?.object)
        #expect(properties.members.map(\.name) == fields.map(\.name))
        #expect(object["required"]?.array?.compactMap(\.string) ?? [] == fields.filter(\.isMandatory).map(\.name))
        for field in fields {
            let property = properties[field.name]?.object ?? JSONObject()
            let items = property["items"]?.object ?? JSONObject()
            switch field.rule {
            case .text(_, let max), .identifier(let max):
                #expect(property["maxLength"]?.number?.text == "\(max)", "\(field.name)")
            case .telephone(let digits): #expect(property["maxLength"]?.number?.int == digits + 10, "\(field.name)")
            case .choice(let values): #expect(property["enum"]?.array?.compactMap(\.string) == values, "\(field.name)")
            case .list(_, let max, let count):
                #expect(items["maxLength"]?.number?.text == "\(max)", "\(field.name)")
                #expect(property["maxItems"]?.number?.text == "\(count)", "\(field.name)")
            case .flag: #expect(property["type"] == "boolean", "\(field.name)")
            case .object: #expect(property["type"] == "object", "\(field.name)")
            case .number, .amount: #expect(property["type"] == ["number", "string"], "\(field.name)")
            case .opaque: break
            }
        }
    }

    // MARK: Answers

    private static let description = root.appendingPathComponent("Documentation/openapi.json")

    /// Answers that are described, each with the models it is made of.
    private static let answers: [any WireResponse.Type] = [
        PaymentOptionResponse.self, PaymentOptionDetailResponse.self, SystemInitializationResponse.self,
        UserPreferenceResponse.self,
        ExchangeRateResponse.self, TransactionStatusResponse.self, CancelTransactionResponse.self,
        TransactionResultResponse.self, PaymentResult.self, SecureExchangeRates.self,
    ]

    @Test("the OpenAPI description has the models of answers; OPENPGW_WRITE_DOCS=1 writes them anew")
    func openAPIModels() throws {
        var schemas: [String: JSON] = [:]
        for answer in Self.answers { Self.describe(answer, in: &schemas) }
        let limits = JSONLimits(bytes: 1 << 22, depth: 32)
        let description = try JSON(parsing: Array(try Data(contentsOf: Self.description)), limits: limits)
        var object = try #require(description.object)
        var components = try #require(object["components"]?.object)
        var described = try #require(components["schemas"]?.object)
        if ProcessInfo.processInfo.environment["OPENPGW_WRITE_DOCS"] != nil {
            for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) { described[name] = schema }
            components["schemas"] = .object(described)
            object["components"] = .object(components)
            try Data((Self.pretty(.object(object), "") + "\n").utf8).write(to: Self.description)
        }
        for (name, schema) in schemas { #expect(described[name] == schema, "\(name)") }
    }

    /// Of answers whose code says how far a payment is, or how it ended; others were done.
    private static let codes = [
        "TransactionStatusResponse": "^2[0-9]{3}$", "TransactionResultResponse": "^[12][0-9]{3}$", "PaymentResult": "^[0-9]{4}$",
    ]

    private static func describe(_ model: any WireModel.Type, in schemas: inout [String: JSON]) {
        func rows<Model: WireModel>(_ model: Model.Type) -> [(name: String, kind: MemberKind, isMandatory: Bool)] {
            Model.members.map { ($0.name, $0.kind, $0.isMandatory) }
        }
        var properties = JSONObject()
        let rows = rows(model)
        for row in rows {
            func reference(_ model: any WireModel.Type) -> JSON {
                describe(model, in: &schemas)
                return ["$ref": .string("#/components/schemas/\(model)")]
            }
            properties[row.name] =
                switch row.kind {
                case _ where row.name == "respCode":
                    codes["\(model)"].map { ["type": "string", "pattern": .string($0)] } ?? ["const": "0000"]
                // An inquiry answers it as a number, a notification says it as a text.
                case .text where "\(model)" == "PaymentResult" && row.name == "amount": ["type": ["string", "number"]]
                case .text, .numberText: ["type": "string"]
                case .integer: ["type": "integer"]
                case .number: ["type": "number"]
                case .flag: ["type": "boolean"]
                case .texts: ["type": "array", "items": ["type": "string"]]
                case .object(let model): reference(model)
                case .list(let model): ["type": "array", "items": reference(model)]
                }
        }
        var schema = JSONObject()
        schema["type"] = "object"
        let mandatory = rows.filter(\.isMandatory).map { JSON.string($0.name) }
        if !mandatory.isEmpty { schema["required"] = .array(mandatory) }
        schema["properties"] = .object(properties)
        schemas["\(model)"] = .object(schema)
    }

    /// With a line for each member and each item, as the file is kept.
    private static func pretty(_ json: JSON, _ indent: String) -> String {
        let inner = indent + "  "
        switch json {
        case .object(let object) where !object.members.isEmpty:
            let lines = object.members.map { "\(inner)\(JSON.string($0.name).text): \(pretty($0.value, inner))" }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
        case .array(let items) where !items.isEmpty:
            return "[\n\(items.map { inner + pretty($0, inner) }.joined(separator: ",\n"))\n\(indent)]"
        default: return json.text
        }
    }
}
