"""Objective-C: the classes of Linux, on the C library; those of Apple's systems, around the values of Swift; and the shapes of those values
for the test that has the compiler write Apple's header."""

import re

from tables import ANSWERS, BUILDERS, BY, KINDS, LINES, REQUESTS, ROOT, SAID, constants, upper, words_of

LINUX = ROOT / "Bindings/ObjectiveC/PGW"
#: A member whose name is a word of C, or another in Swift.
PROPERTIES = {"default": "isDefault"}
SWIFT = {("UserAddress", "userBillingAddress"): "billing", ("UserAddress", "userShippingAddress"): "shipping", "default": "`default`"}
CALLS = [line.split()[1:] for line in LINES if line.startswith("call ")]
ADDRESSES = ["UserBillingAddress", "UserShippingAddress"]
RESPONSE = ["responseCode", "responseDescription"]
#: Answers are made of parts: each after those it has.
ORDER = []


def order(name):
    for _, kind, detail in ANSWERS[name]:
        if kind in ["object", "list"]:
            order(detail)
    if name not in ORDER:
        ORDER.append(name)


for answer in ANSWERS:
    order(answer)


def members(name):
    """Of an answer: without what every response has."""
    return [row for row in ANSWERS[name] if not (name.endswith("Response") and row[0] in RESPONSE)]


def own(request):
    """What a call's request asks beside the session."""
    return REQUESTS[request][1] if request not in ["Session", "Initialization"] else []


def objc_type(kind, detail):
    return {"text": "NSString *", "integer": "NSInteger ", "digits": "NSInteger ", "number": "double ", "flag": "BOOL ",
            "texts": "NSArray<NSString *> *", "object": f"{detail} *", "list": f"NSArray<{detail} *> *"}[kind]


def doc(text):
    return f"/** {re.sub('``?([^`]+)``?', lambda code: code[1], text)} */\n" if text else ""


def head(name, parent):
    return f"@interface {name} : {parent}\n"


# Linux, the header


def header():
    text = f"/* The calls of payments. {BY} */\n\n#import <Foundation/Foundation.h>\n\n@class PaymentRequest;\n\n"
    for name, said, holds in constants():
        for group, words, values in [(f"{name}{inner}", said, values) for inner, words, values in holds] \
                if isinstance(holds[0][2], list) else [(name, said, holds)]:
            text += doc(words) + head(group, "NSObject")
            text += "".join(doc(w) + f"@property(class, nonatomic, readonly, copy) NSString *{one};\n" for one, w, _ in values) + "@end\n\n"
    text += doc("What the gateway answered, or a part of it. Texts that were not given are empty, numbers zero, and parts always there.")
    text += "@interface BaseModel : NSObject {\n    NSDictionary *_values;\n}\n@end\n\n"
    text += doc("An answer of the gateway: it ends in a code.") + head("BaseResponse", "BaseModel")
    text += doc("APIResponseCode.APISuccess, what is next, or why the gateway refused.")
    text += "@property(nonatomic, readonly, copy) NSString *responseCode;\n"
    text += doc("The code in the gateway's words.") + "@property(nonatomic, readonly, copy) NSString *responseDescription;\n@end\n\n"
    for name in ORDER:
        text += doc(words_of(name)) + head(name, "BaseResponse" if name.endswith("Response") else "BaseModel")
        if name == "PaymentCode":
            text += "- (instancetype)initWithChannelCode:(NSString *)channelCode;\n"
            text += "- (instancetype)initWithChannelCode:(NSString *)channelCode\n"
            text += "                          agentCode:(NSString *)agentCode\n"
            text += "                   agentChannelCode:(NSString *)agentChannelCode;\n"
        for member, kind, detail in members(name):
            copy = ", copy" if objc_type(kind, detail).endswith("*") and kind != "object" else ""
            text += doc(words_of(name, member))
            text += f"@property(nonatomic, readonly{copy}) {objc_type(kind, detail)}{PROPERTIES.get(member, member)};\n"
        text += "@end\n\n"
    text += doc("A request about a payment session.") + "@interface SessionRequest : BaseRequest {\n    NSString *_paymentToken;\n}\n"
    text += doc("What the merchant's backend minted.") + "@property(nonatomic, copy) NSString *paymentToken;\n"
    text += "- (instancetype)initWithPaymentToken:(NSString *)paymentToken;\n@end\n\n"
    for call, _, request, _ in CALLS:
        name, rows = request_type(call), own(request)
        text += doc(words_of(name)) + f"@interface {name} : {'BaseRequest' if request == 'Initialization' else 'SessionRequest'}"
        text += fields(rows) + properties(name, rows) + "@end\n\n"
    for name in ADDRESSES + ["LoyaltyPointReward", "LoyaltyPoint"]:
        text += doc(words_of(name)) + f"@interface {name} : NSObject" + fields(REQUESTS[name][1])
        text += properties("BaseUserAddress" if name in ADDRESSES else name, REQUESTS[name][1]) + "@end\n\n"
    text += doc("What is paid with, on which channel. A builder makes it.")
    text += "@interface PaymentRequest : NSObject {\n    NSDictionary *_values;\n}\n@end\n\n"
    text += doc(words_of("UserAddressBuilder")) + "@interface UserAddressBuilder : NSObject {\n    NSMutableDictionary *_values;\n}\n"
    text += "".join(f"- (UserAddressBuilder *)u{name[1:]}:({name} *)u{name[1:]};\n" for name in ADDRESSES)
    text += "- (UserAddress *)build;\n@end\n\n"
    for name, (parent, makings, said) in BUILDERS.items():
        text += doc(words_of(name)) + f"@interface {name} : {parent or 'NSObject'}"
        text += " {\n    PaymentCode *_code;\n    NSMutableDictionary *_data;\n}\n" if not parent else "\n"
        text += "".join(f"- (instancetype){selector(making)};\n" for making in makings)
        for word in said.split():
            text += doc(said_words(name, word)) + f"- (instancetype){word}:({argument(name, word).strip()}){word};\n"
        text += ("- (PaymentRequest *)build;\n" if not parent else "") + "@end\n\n"
    text += doc("Builds a TransactionResultRequest.")
    text += "@interface TransactionResultRequestBuilder : NSObject {\n    TransactionResultRequest *_request;\n}\n"
    text += "- (instancetype)initWithPaymentToken:(NSString *)paymentToken;\n"
    text += "- (TransactionResultRequestBuilder *)clientId:(NSString *)clientId;\n- (TransactionResultRequestBuilder *)locale:(NSString *)locale;\n"
    text += doc("What is paid with.") + "- (TransactionResultRequestBuilder *)withPaymentRequest:(PaymentRequest *)paymentRequest;\n"
    text += "- (TransactionResultRequest *)build;\n@end\n\n"
    text += doc("One of the blocks of a call is called, once, on the main thread while its run loop runs.") + "@interface PGWSDK (Payments)\n"
    for call, _, _, response in CALLS:
        text += doc(call_words(call)) + method(call, response) + ";\n"
    return text + "@end\n"


def fields(rows):
    """Instance variables: this runtime's classes are fragile."""
    if not rows:
        return "\n"
    return " {\n" + "".join(f"    {objc_type(kind, detail if kind != 'object' else 'PaymentRequest')}_{member};\n" for member, kind, detail in rows) + "}\n"


def properties(owner, rows):
    text = ""
    for member, kind, detail in rows:
        kind_of = objc_type(kind, "PaymentRequest" if kind == "object" else detail)
        how = "retain" if kind == "object" else "copy" if kind_of.endswith("*") else "assign"
        text += doc(words_of(owner, member)) + f"@property(nonatomic, {how}) {kind_of}{member};\n"
    return text


def selector(making):
    first, *more = making.split()
    start = {"code": "initWithPaymentCode:(PaymentCode *)paymentCode", "channel": "initWithChannelCode:(NSString *)channelCode",
             "agent": "initWithChannelCode:(NSString *)channelCode agentCode:(NSString *)agentCode agentChannelCode:(NSString *)agentChannelCode"}
    names = ["token" if name == "customerToken" else name for name in more]
    return start[first] + "".join(f" {name}:(NSString *){name}" for name in names)


def said_words(name, word):
    sets = SAID.get((name, word), word)
    return {"cryptogram": "The wallet's cryptogram.", "userAddress": "The payer's addresses."}.get(sets, words_of("PaymentData", sets))


def argument(name, word):
    sets = SAID.get((name, word), word)
    _, kind, detail = KINDS[sets]
    return "UserAddress *" if sets == "userAddress" else objc_type(kind, detail)


def request_type(call):
    return "TransactionResultRequest" if call == "proceedTransaction" else f"{upper(call)}Request"


def method(call, response):
    """As the documented SDK names it."""
    request = request_type(call)
    argument = request[0].lower() + request[1:]
    return (f"- (void){call}With{request}:({request} *){argument}\n    response:(void (^)({response} *response))response\n"
            "    failure:(void (^)(NSError *error))failure")


def call_words(call):
    """Of Sources/PGW/Payments/PGWSDK+payments.swift."""
    text = (ROOT / "Sources/PGW/Payments/PGWSDK+payments.swift").read_text()
    found = re.search(r"((?:    ///.*\n)+)    public func %s\(" % call, text)[1]
    first = found.split("    ///\n")[0]
    return re.sub(r"``(\w+)[^`]*``", lambda code: code[1], " ".join(line.strip()[4:] for line in first.strip().splitlines()))


# Linux, what is behind it


def source():
    text = f"// {BY} Without ARC, which the runtime of GCC does not know.\n\n" + SOURCE
    for name, _, holds in constants():
        for group, values in [(f"{name}{inner}", values) for inner, _, values in holds] if isinstance(holds[0][2], list) else [(name, holds)]:
            text += f"@implementation {group}\n" + "".join(f'CONSTANT({one}, @"{value}")\n' for one, _, value in values) + "@end\n\n"
    for name in ORDER:
        text += f"@implementation {name}\n"
        if name == "PaymentCode":
            text += PAYMENT_CODE
        for member, kind, detail in members(name):
            macro = {"text": "TEXT", "integer": "INTEGER", "number": "NUMBER", "flag": "FLAG", "texts": "TEXTS", "object": "PART",
                     "list": "PARTS"}[kind]
            arguments = [PROPERTIES.get(member, member), f"@\"{member}\""] + ([detail] if kind in ["object", "list"] else [])
            text += f"{macro}({', '.join(arguments)})\n"
        text += "@end\n\n"
    for call, _, request, _ in CALLS:
        text += implementation(request_type(call), own(request), "[super values]")
    for name in ADDRESSES + ["LoyaltyPointReward", "LoyaltyPoint"]:
        text += implementation(name, REQUESTS[name][1], "[NSMutableDictionary dictionary]")
    text += BUILDER_SOURCE
    for name, (parent, makings, said) in BUILDERS.items():
        text += f"@implementation {name}\n" + (BUILDER_BASE if not parent else "")
        for making in makings:
            first, *more = making.split()
            code = {"code": "paymentCode", "channel": "[[[PaymentCode alloc] initWithChannelCode:channelCode] autorelease]",
                    "agent": "[[[PaymentCode alloc] initWithChannelCode:channelCode agentCode:agentCode agentChannelCode:agentChannelCode]"
                             " autorelease]"}[first]
            body = f"[self initWithCode:{code}]"
            for value in more:
                body = f"[{body} say:{'token' if value == 'customerToken' else value} for:@\"{value}\"]"
            text += f"- (instancetype){selector(making)} {{\n    return {body};\n}}\n\n"
        for word in said.split():
            sets = SAID.get((name, word), word)
            kind = KINDS[sets][1]
            value = {"digits": f"@({word})", "integer": f"@({word})", "flag": f"[NSNumber numberWithBool:{word}]", "inside": "[userAddress values]",
                     "list": "valuesOf(loyaltyPoints)"}.get(kind, word)
            text += f"- (instancetype){word}:({argument(name, word).strip()}){word} {{\n    return [self say:{value} for:@\"{sets}\"];\n}}\n\n"
        text += "@end\n\n"
    text += "@implementation PGWSDK (Payments)\n"
    for call, _, _, response in CALLS:
        request = request_type(call)
        text += method(call, response) + f" {{\n    PGWAsk(\"{call}\", [{request[0].lower() + request[1:]} values], [{response} class], response, failure);\n}}\n\n"
    return text.rstrip() + "\n@end\n"


def implementation(name, rows, start):
    text = f"@implementation {name}\n"
    text += "".join(f"@synthesize {member} = _{member};\n" for member, _, _ in rows)
    if rows:
        text += f"\n- (NSMutableDictionary *)values {{\n    NSMutableDictionary *values = {start};\n"
        for member, kind, _ in rows:
            value = {"text": f"_{member} ?: @\"\"", "flag": f"[NSNumber numberWithBool:_{member}]", "number": f"@(_{member})",
                     "object": f"[_{member} values]", "list": f"valuesOf(_{member})"}[kind]
            line = f"[values setObject:{value} forKey:@\"{member}\"];"
            text += f"    if (_{member}) {line}\n" if kind == "object" else f"    {line}\n"
        text += "    return values;\n}\n"
        kept = [member for member, kind, _ in rows if kind in ["text", "object", "list"]]
        if kept:
            text += "\n- (void)dealloc {\n" + "".join(f"    [_{member} release];\n" for member in kept) + "    [super dealloc];\n}\n"
    return text + "@end\n\n"


SOURCE = """#import "PGW.h"
#import "PGWAsk.h"

#define CONSTANT(name, value) \\
    +(NSString *)name { return value; }
#define TEXT(name, key) \\
    -(NSString *)name { return [_values objectForKey:key] ?: @""; }
#define INTEGER(name, key) \\
    -(NSInteger)name { return [[_values objectForKey:key] integerValue]; }
#define NUMBER(name, key) \\
    -(double)name { return [[_values objectForKey:key] doubleValue]; }
#define FLAG(name, key) \\
    -(BOOL)name { return [[_values objectForKey:key] boolValue]; }
#define TEXTS(name, key) \\
    -(NSArray *)name { return [_values objectForKey:key] ?: @[]; }
#define PART(name, key, form) \\
    -(form *)name { return [[[form alloc] initWithValues:[_values objectForKey:key]] autorelease]; }
#define PARTS(name, key, form) \\
    -(NSArray *)name { return parts([_values objectForKey:key], [form class]); }

static NSArray *parts(NSArray *items, Class form) {
    NSMutableArray *parts = [NSMutableArray array];
    for (NSDictionary *item in items) [parts addObject:[[[form alloc] initWithValues:item] autorelease]];
    return parts;
}

/** Of addresses, points and the like, as they are sent. */
static NSArray *valuesOf(NSArray *items) {
    NSMutableArray *values = [NSMutableArray array];
    for (id item in items) [values addObject:[item values]];
    return values;
}

@implementation BaseModel
- (instancetype)initWithValues:(NSDictionary *)values {
    if ((self = [super init])) _values = [values copy];
    return self;
}

- (NSDictionary *)values {
    return _values;
}

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation BaseResponse
TEXT(responseCode, @"responseCode")
TEXT(responseDescription, @"responseDescription")
@end

@implementation SessionRequest
@synthesize paymentToken = _paymentToken;

- (instancetype)initWithPaymentToken:(NSString *)paymentToken {
    if ((self = [super init])) _paymentToken = [paymentToken copy];
    return self;
}

- (NSMutableDictionary *)values {
    NSMutableDictionary *values = [super values];
    [values setObject:_paymentToken ?: @"" forKey:@"paymentToken"];
    return values;
}

- (void)dealloc {
    [_paymentToken release];
    [super dealloc];
}
@end

"""

PAYMENT_CODE = """- (instancetype)initWithChannelCode:(NSString *)channelCode {
    return [self initWithChannelCode:channelCode agentCode:nil agentChannelCode:nil];
}

- (instancetype)initWithChannelCode:(NSString *)channelCode
                          agentCode:(NSString *)agentCode
                   agentChannelCode:(NSString *)agentChannelCode {
    return [self initWithValues:@{
        @"channelCode" : channelCode ?: @"",
        @"agentCode" : agentCode ?: @"",
        @"agentChannelCode" : agentChannelCode ?: @"",
    }];
}

"""

BUILDER_SOURCE = """@implementation PaymentRequest
- (instancetype)initWithValues:(NSDictionary *)values {
    if ((self = [super init])) _values = [values copy];
    return self;
}

- (NSDictionary *)values {
    return _values;
}

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation UserAddressBuilder
- (instancetype)init {
    if ((self = [super init])) _values = [[NSMutableDictionary alloc] init];
    return self;
}

- (UserAddressBuilder *)userBillingAddress:(UserBillingAddress *)userBillingAddress {
    if (userBillingAddress) [_values setObject:[userBillingAddress values] forKey:@"userBillingAddress"];
    return self;
}

- (UserAddressBuilder *)userShippingAddress:(UserShippingAddress *)userShippingAddress {
    if (userShippingAddress) [_values setObject:[userShippingAddress values] forKey:@"userShippingAddress"];
    return self;
}

- (UserAddress *)build {
    return [[[UserAddress alloc] initWithValues:_values] autorelease];
}

- (void)dealloc {
    [_values release];
    [super dealloc];
}
@end

@implementation TransactionResultRequestBuilder
- (instancetype)initWithPaymentToken:(NSString *)paymentToken {
    if ((self = [super init])) _request = [[TransactionResultRequest alloc] initWithPaymentToken:paymentToken];
    return self;
}

- (TransactionResultRequestBuilder *)clientId:(NSString *)clientId {
    _request.clientId = clientId;
    return self;
}

- (TransactionResultRequestBuilder *)locale:(NSString *)locale {
    _request.locale = locale;
    return self;
}

- (TransactionResultRequestBuilder *)withPaymentRequest:(PaymentRequest *)paymentRequest {
    _request.payment = paymentRequest;
    return self;
}

- (TransactionResultRequest *)build {
    return [[_request retain] autorelease];
}

- (void)dealloc {
    [_request release];
    [super dealloc];
}
@end

"""

BUILDER_BASE = """- (instancetype)initWithCode:(PaymentCode *)code {
    if ((self = [super init])) {
        _code = [code retain];
        _data = [[NSMutableDictionary alloc] init];
    }
    return self;
}

- (instancetype)say:(id)value for:(NSString *)name {
    if (value) [_data setObject:value forKey:name];
    return self;
}

- (PaymentRequest *)build {
    return [[[PaymentRequest alloc] initWithValues:@{ @"code" : [_code values] ?: @{}, @"data" : [[_data copy] autorelease] }] autorelease];
}

- (void)dealloc {
    [_code release];
    [_data release];
    [super dealloc];
}

"""


# Apple's systems


def swift_type(kind, detail):
    return {"text": "String", "integer": "Int", "digits": "Int", "number": "Double", "flag": "Bool", "texts": "[String]",
            "object": f"ObjC{detail}", "list": f"[ObjC{detail}]"}[kind]


def swift_doc(text, indent=""):
    return f"{indent}/// {text}\n" if text else ""


def exported(name, words, hasSwift=True):
    there = f"Swift has {name}." if hasSwift else "Swift has no need of it."
    return (swift_doc(words) + "#if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER\n" + f"@objc({name}) @objcMembers\n#endif\n"
            + f'@available(swift, obsoleted: 1, message: "This is Objective-C\'s; {there}")\n')


def apple():
    text = ("// swift-format-ignore-file\npublic import Foundation\n\n#if !OPENPGW_OBJC_HEADER\n    internal import PGWWire\n#endif\n\n// The calls of payments in Objective-C, on Apple's systems: see ObjectiveC.swift. "
            f"{BY}\n\n")
    for name, said, holds in constants():
        groups = [(f"{name}{inner}", said, values, f"{name}.{inner}") for inner, _, values in holds] \
            if isinstance(holds[0][2], list) else [(name, said, holds, name)]
        for group, words, values, swift in groups:
            text += exported(group, words) + f"public final class ObjC{group}: NSObject {{\n"
            text += "".join(swift_doc(w, "    ") + f"    public static var {one}: String {{ {swift}.{one} }}\n" for one, w, _ in values) + "}\n\n"
    text += exported("BaseModel", "What the gateway answered, or a part of it.") + "public class ObjCBaseModel: NSObject {}\n\n"
    text += exported("BaseResponse", "An answer of the gateway: it ends in a code.")
    text += "public class ObjCBaseResponse: ObjCBaseModel {\n    /// `APIResponseCode.APISuccess`, what is next, or why the gateway refused.\n"
    text += "    public let responseCode: String\n    /// The code in the gateway's words.\n    public let responseDescription: String\n\n"
    text += "    init(_ responseCode: String, _ responseDescription: String) {\n        self.responseCode = responseCode\n"
    text += "        self.responseDescription = responseDescription\n    }\n}\n\n"
    for name in ORDER:
        isResponse = name.endswith("Response")
        rows = members(name)
        text += exported(name, words_of(name)) + f"public final class ObjC{name}: ObjCBase{'Response' if isResponse else 'Model'} {{\n"
        text += f"    let value: {name}\n\n    init(_ value: {name}) {{\n        self.value = value\n"
        text += "        super.init(value.responseCode, value.responseDescription)\n" if isResponse else ""
        text += "    }\n"
        if name == "PaymentCode":
            text += "\n    public init(channelCode: String) { value = PaymentCode(channelCode: channelCode) }\n"
            text += "\n    public init(channelCode: String, agentCode: String, agentChannelCode: String) {\n"
            text += "        value = PaymentCode(channelCode: channelCode, agentCode, agentChannelCode)\n    }\n"
        for member, kind, detail in rows:
            swift = SWIFT.get((name, member), SWIFT.get(member, member))
            how = {"object": f"ObjC{detail}(value.{swift})", "list": f"value.{swift}.map {{ ObjC{detail}($0) }}"}.get(kind, f"value.{swift}")
            text += "\n" + swift_doc(words_of(name, member), "    ")
            text += f"    public var {PROPERTIES.get(member, member)}: {swift_type(kind, detail)} {{ {how} }}\n"
        text += "}\n\n"
    text += exported("SessionRequest", "A request about a payment session.") + "public class ObjCSessionRequest: ObjCBaseRequest {\n"
    text += "    /// What the merchant's backend minted.\n    public var paymentToken: String\n\n"
    text += "    public init(paymentToken: String) { self.paymentToken = paymentToken }\n\n"
    text += "    func filled<Request: BaseRequest>(_ value: Request) -> Request {\n        value.clientId = clientId\n"
    text += "        value.locale = locale\n        return value\n    }\n}\n\n"
    for call, _, request, _ in CALLS:
        name, rows = request_type(call), own(request)
        isSession = request != "Initialization"
        text += exported(name, words_of(name)) + f"public final class ObjC{name}: ObjC{'Session' if isSession else 'Base'}Request {{\n"
        for member, kind, detail in rows:
            start = {"text": ' = ""', "flag": " = false"}.get(kind, "")
            kind_of = "ObjCPaymentRequest?" if kind == "object" else swift_type(kind, detail)
            text += swift_doc(words_of(name, member), "    ") + f"    public var {member}: {kind_of}{start}\n"
        text += "\n" if rows else ""
        text += f"    var value: {name} {{\n"
        if isSession:
            text += f"        let value = filled({name}(paymentToken: paymentToken))\n"
        else:
            text += f"        let value = {name}()\n        value.clientId = clientId\n        value.locale = locale\n"
        text += "".join(f"        value.{member} = {member}{'?.value' if kind == 'object' else ''}\n" for member, kind, _ in rows)
        text += "        return value\n    }\n}\n\n"
    for name in ADDRESSES + ["LoyaltyPointReward", "LoyaltyPoint"]:
        rows = REQUESTS[name][1]
        text += exported(name, words_of(name)) + f"public final class ObjC{name}: NSObject {{\n"
        for member, kind, detail in rows:
            start = {"text": '""', "number": "0.0", "list": f"[ObjC{detail}]()"}[kind]
            text += swift_doc(words_of("BaseUserAddress" if name in ADDRESSES else name, member), "    ") + f"    public var {member} = {start}\n"
        text += f"\n    var value: {name} {{\n        let value = {name}()\n"
        text += "".join(f"        value.{member} = {member}" + (".map(\\.value)" if kind == "list" else "") + "\n" for member, kind, _ in rows)
        text += "        return value\n    }\n}\n\n"
    text += exported("PaymentRequest", "What is paid with, on which channel. A builder makes it.")
    text += "public final class ObjCPaymentRequest: NSObject {\n    let value: PaymentRequest\n\n    init(_ value: PaymentRequest) { self.value = value }\n}\n\n"
    text += exported("UserAddressBuilder", words_of("UserAddressBuilder").replace("`", "")) + "public final class ObjCUserAddressBuilder: NSObject {\n"
    text += "    private let value = UserAddressBuilder()\n"
    for name in ADDRESSES:
        word = "u" + name[1:]
        text += f"\n    @discardableResult\n    public func {word}(_ {word}: ObjC{name}) -> ObjCUserAddressBuilder {{\n"
        text += f"        value.{word}({word}.value)\n        return self\n    }}\n"
    text += "\n    public func build() -> ObjCUserAddress { ObjCUserAddress(value.build()) }\n}\n\n"
    for name, (parent, makings, said) in BUILDERS.items():
        text += exported(name, words_of(name)) + f"public {'final ' if makings else ''}class ObjC{name}: {'ObjC' + parent if parent else 'NSObject'} {{\n"
        if not parent:
            text += "    private let builder: PaymentBuilder\n\n    init(_ builder: PaymentBuilder) { self.builder = builder }\n\n"
            text += "    func with(_ change: (inout PaymentData) -> Void) -> Self {\n        _ = builder.with(change)\n        return self\n    }\n\n"
            text += "    public func build() -> ObjCPaymentRequest { ObjCPaymentRequest(builder.build()) }\n"
        for making in makings:
            first, *more = making.split()
            names = ["token" if value == "customerToken" else value for value in more]
            parameters = {"code": "paymentCode: ObjCPaymentCode", "channel": "channelCode: String",
                          "agent": "channelCode: String, agentCode: String, agentChannelCode: String"}[first]
            given = {"code": "paymentCode: paymentCode.value", "channel": "channelCode: channelCode",
                     "agent": "channelCode: channelCode, agentCode, agentChannelCode"}[first]
            text += f"\n    public init({parameters}{''.join(f', {one}: String' for one in names)}) {{\n"
            text += f"        super.init({name}({given}{''.join(f', {one}' for one in names)}))\n    }}\n"
        for word in said.split():
            sets = SAID.get((name, word), word)
            kind_of = {"userAddress": "ObjCUserAddress", "loyaltyPoints": "[ObjCLoyaltyPoint]"}.get(sets) or swift_type(*KINDS[sets][1:])
            value = {"userAddress": "userAddress.value", "loyaltyPoints": "loyaltyPoints.map(\\.value.values)"}.get(sets, word)
            change = f"$0.{'token' if sets == 'cryptogram' else sets} = {value}" + ("; $0.tokenKind = .cryptogram" if sets == "cryptogram" else "")
            text += "\n" + swift_doc(said_words(name, word), "    ") + "    @discardableResult\n"
            text += f"    public func {word}(_ {word}: {kind_of}) -> Self {{ with {{ {change} }} }}\n"
        text += "}\n\n"
    text += exported("TransactionResultRequestBuilder", "Builds a `TransactionResultRequest`.")
    text += "public final class ObjCTransactionResultRequestBuilder: NSObject {\n    private let request: ObjCTransactionResultRequest\n\n"
    text += "    public init(paymentToken: String) { request = ObjCTransactionResultRequest(paymentToken: paymentToken) }\n"
    for word, kind_of in [("clientId", "String"), ("locale", "String")]:
        text += f"\n    @discardableResult\n    public func {word}(_ {word}: {kind_of}) -> ObjCTransactionResultRequestBuilder {{\n"
        text += f"        request.{word} = {word}\n        return self\n    }}\n"
    text += "\n    /// What is paid with.\n    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER\n    @objc(withPaymentRequest:)\n    #endif\n"
    text += "    @discardableResult\n    public func with(_ payment: ObjCPaymentRequest) -> ObjCTransactionResultRequestBuilder {\n"
    text += "        request.payment = payment\n        return self\n    }\n\n    public func build() -> ObjCTransactionResultRequest { request }\n}\n\n"
    text += '@available(swift, obsoleted: 1, message: "This is Objective-C\'s; Swift has PGWSDK.")\nextension ObjCPGWSDK {\n'
    for call, _, _, response in CALLS:
        request = request_type(call)
        label = request[0].lower() + request[1:]
        text += swift_doc(call_words(call), "    ") + "    #if canImport(ObjectiveC) || OPENPGW_OBJC_HEADER\n"
        text += f"    @objc({call}With{request}:response:failure:)\n    #endif\n"
        text += f"    public func {call}(\n        _ request: ObjC{request}?, response: @escaping (ObjC{response}) -> Void,\n"
        text += "        failure: @escaping (NSError) -> Void\n    ) {\n"
        text += f"        PGWSDK.shared.{call}({label}: request?.value, {{ response(ObjC{response}($0)) }}, failure)\n    }}\n\n"
    return text.rstrip() + "\n}\n"


def shapes():
    """What Apple's classes wrap, for a compiler that has nothing else."""
    text = f"// The shapes of what Sources/PGW/Payments/ObjectiveC+payments.swift wraps. {BY}\n\nimport Foundation\n\nclass BaseRequest {{ var clientId = \"\", locale = \"\" }}\n\n"
    text += "struct PaymentData {\n    enum TokenKind { case cryptogram }\n    var tokenKind: TokenKind?\n    var userAddress: UserAddress?\n"
    text += "    var loyaltyPoints: [LoyaltyPoint.Values] = []\n"
    starts = {"text": '""', "digits": "0", "integer": "0", "flag": "false", "number": "0.0", "texts": "[String]()"}
    text += "".join(f"    var {member} = {starts[kind]}\n" for member, kind, _ in REQUESTS["PaymentData"][1] if kind in starts) + "}\n\n"
    for name, _, holds in constants():
        groups = [(f"enum {inner}", values) for inner, _, values in holds] if isinstance(holds[0][2], list) else [(None, holds)]
        text += f"enum {name} {{\n"
        for group, values in groups:
            inner = "".join(f'    static let {one} = ""\n' for one, _, _ in values)
            text += f"    {group} {{\n{inner}    }}\n" if group else inner
        text += "}\n\n"
    for name in ORDER:
        text += f"struct {name} {{\n"
        if name == "PaymentCode":
            text += '    init() {}\n    init(channelCode: String) {}\n    init(channelCode: String, _ agentCode: String, _ agentChannelCode: String) {}\n'
        for member, kind, detail in ANSWERS[name]:
            start = starts.get(kind) or (f"{detail}()" if kind == "object" else f"[{detail}]()")
            text += f"    var {SWIFT.get((name, member), SWIFT.get(member, member))} = {start}\n"
        text += "}\n\n"
    for call, _, request, _ in CALLS:
        text += f"final class {request_type(call)}: BaseRequest {{\n"
        text += "    init(paymentToken: String) {}\n" if request != "Initialization" else ""
        text += "".join(f"    var {member}{': PaymentRequest?' if kind == 'object' else ' = ' + starts[kind]}\n" for member, kind, _ in own(request)) + "}\n\n"
    for name in ADDRESSES + ["LoyaltyPointReward", "LoyaltyPoint"]:
        text += f"final class {name} {{\n    struct Values {{}}\n    var values = Values()\n"
        text += "".join(f"    var {member} = {starts.get(kind) or f'[{detail}]()'}\n" for member, kind, detail in REQUESTS[name][1]) + "}\n\n"
    text += "final class PaymentRequest {}\n\nfinal class UserAddressBuilder {\n"
    text += "".join(f"    @discardableResult func u{name[1:]}(_ address: {name}) -> UserAddressBuilder {{ self }}\n" for name in ADDRESSES)
    text += "    func build() -> UserAddress { UserAddress() }\n}\n\n"
    for name, (parent, makings, _) in BUILDERS.items():
        text += f"class {name}{': ' + parent if parent else ''} {{\n"
        if not parent:
            text += "    func with(_ change: (inout PaymentData) -> Void) -> Self { self }\n    func build() -> PaymentRequest { PaymentRequest() }\n"
        for making in makings:
            first, *more = making.split()
            parameters = {"code": "paymentCode: PaymentCode", "channel": "channelCode: String",
                          "agent": "channelCode: String, _ agentCode: String, _ agentChannelCode: String"}[first]
            text += f"    init({parameters}{''.join(f', _ {one}: String' for one in more)}) {{}}\n"
        text += "    init() {}\n" if not parent else ""
        text += "}\n\n"
    text += "extension PGWSDK {\n"
    for call, _, _, response in CALLS:
        request = request_type(call)
        text += f"    func {call}(\n        {request[0].lower() + request[1:]}: {request}?, _ response: @escaping ({response}) -> Void,\n"
        text += "        _ failure: @escaping (NSError) -> Void\n    ) {}\n"
    return text + "}\n"


def files():
    yield LINUX / "PGWPayments.h", header()
    yield LINUX / "PGWPayments.m", source()
    yield ROOT / "Sources/PGW/Payments/ObjectiveC+payments.swift", apple()
    yield ROOT / "Tests/Languages/apple/PaymentShapes.swift", shapes()
