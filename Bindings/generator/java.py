"""The types, builders and constants of the Java port."""

import re

from tables import ANSWERS, BUILDERS, BY, KINDS, LINES, REQUESTS, ROOT, SAID, constants, upper, words_of

JAVA = ROOT / "Bindings/Java/src/main/java/com/ccpp/pgw/sdk/android"
PACKAGE = "com.ccpp.pgw.sdk.android"
#: What is a long in the documented SDK.
LONGS = {"expire"}


def javadoc(text, indent=""):
    text = re.sub(r"``?([^`]+)``?", lambda code: "{@code %s}" % code[1], text)
    return f"{indent}/** {text} */\n" if text else ""


def java_type(name, kind, detail):
    return {
        "text": "String", "integer": "long" if name in LONGS else "int", "digits": "int", "number": "double", "flag": "boolean",
        "texts": "ArrayList<String>", "object": detail, "list": f"ArrayList<{detail}>",
    }[kind]


def java_package(name):
    return "model.api" if re.search("(Request|Response)$", name) else "model"


def java_file(package, imports, body):
    lines = "".join(f"import {line};\n" for line in sorted(set(imports)) if line.rpartition(".")[0] != f"{PACKAGE}.{package}")
    return f"package {PACKAGE}.{package};\n\n" + (lines + "\n" if lines else "") + f"// {BY}\n\n" + body


def java_text():
    lines = "\n".join(f'            + "{line}\\n"' for line in LINES)
    return f'package {PACKAGE}.core;\n\n/** {BY} */\nfinal class TablesText {{\n    static final String TEXT = ""\n{lines};\n\n' \
        "    private TablesText() {}\n}\n"


def java_answer(name, rows):
    package = java_package(name)
    base = "BaseResponse" if name.endswith("Response") else "BaseModel"
    imports = [f"{PACKAGE}.model.core.{base}", "java.util.Map"]
    body = javadoc(words_of(name)) + f"public final class {name} extends {base} {{\n"
    if name == "PaymentCode":
        imports.append("java.util.LinkedHashMap")
        body += JAVA_PAYMENT_CODE
    body += f"    public {name}(Map<String, Object> values) {{\n        super(values);\n    }}\n"
    for member, kind, detail in rows:
        if base == "BaseResponse" and member in ["responseCode", "responseDescription"]:
            continue
        if kind in ["object", "list"]:
            imports.append(f"{PACKAGE}.{java_package(detail)}.{detail}")
        if kind in ["list", "texts"]:
            imports.append("java.util.ArrayList")
        how = {
            "object": f'part("{member}", {detail}::new)', "list": f'list("{member}", {detail}::new)', "integer": f'integer("{member}")',
        }.get(kind, f'{kind}("{member}")')
        if member in LONGS:
            how = f'whole("{member}")'
        getter = ("is" if kind == "flag" else "get") + upper(member)
        body += "\n" + javadoc(words_of(name, member), "    ")
        body += f"    public {java_type(member, kind, detail)} {getter}() {{\n        return {how};\n    }}\n"
    return java_file(package, imports, body + "}\n")


JAVA_PAYMENT_CODE = """    /** @param channelCode {@code CC} for cards */
    public PaymentCode(String channelCode) {
        this(channelCode, "", "");
    }

    public PaymentCode(String channelCode, String agentCode, String agentChannelCode) {
        this(values(channelCode, agentCode, agentChannelCode));
    }

    private static Map<String, Object> values(String channelCode, String agentCode, String agentChannelCode) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("channelCode", channelCode == null ? "" : channelCode);
        values.put("agentCode", agentCode == null ? "" : agentCode);
        values.put("agentChannelCode", agentChannelCode == null ? "" : agentChannelCode);
        return values;
    }

"""


def java_fields(owner, rows):
    """Members that are read and set."""
    body = ""
    for member, kind, detail in rows:
        kind_of = java_type(member, kind, detail)
        start = ' = ""' if kind == "text" else ""
        body += f"    private {kind_of} {member}{start};\n"
    for member, kind, detail in rows:
        kind_of = java_type(member, kind, detail)
        value = f'{member} == null ? "" : {member}' if kind == "text" else member
        body += "\n" + javadoc(words_of(owner, member), "    ")
        body += f"    public {kind_of} {'is' if kind == 'flag' else 'get'}{upper(member)}() {{\n        return {member};\n    }}\n\n"
        body += f"    public void set{upper(member)}({kind_of} {member}) {{\n        this.{member} = {value};\n    }}\n"
    return body


def java_request(name, call):
    rows = REQUESTS[name][1] if name != "Session" else []
    isSession = name != "Initialization"
    type_name = f"{upper(call)}Request"
    base = "SessionRequest" if isSession else "BaseRequest"
    imports = [f"{PACKAGE}.model.core.{base}"]
    body = javadoc(words_of(type_name)) + f"public final class {type_name} extends {base} {{\n"
    if isSession:
        fields = java_fields(type_name, rows)
        split = re.match(r"(    private .*\n)*", fields)[0]
        body += split + ("\n" if split else "")
        body += f"    /** @param paymentToken what the merchant's backend minted */\n    public {type_name}(String paymentToken) {{\n"
        body += "        super(paymentToken);\n    }\n" + fields[len(split):]
    if isSession and rows:
        imports.append("java.util.Map")
        body += "\n    @Override\n    public Map<String, Object> values() {\n        Map<String, Object> values = super.values();\n"
        body += "".join(f'        values.put("{member}", {member});\n' for member, _, _ in rows)
        body += "        return values;\n    }\n"
    return java_file("model.api", imports, body + "}\n")


def java_builder(name):
    base, makings, said = BUILDERS[name]
    isAbstract = not makings
    imports = [f"{PACKAGE}.model.PaymentCode"]
    own = f"{name}<Self>" if isAbstract else name
    bound = f"<Self extends {name}<Self>>" if isAbstract else ""
    parent = f" extends {base}<{'Self' if isAbstract else name}>" if base else ""
    body = javadoc(words_of(name)) + f"public {'abstract' if isAbstract else 'final'} class {name}{bound}{parent} {{\n"
    if not base:
        imports += [f"{PACKAGE}.model.PaymentRequest", "java.util.LinkedHashMap", "java.util.Map"]
        body += JAVA_BUILDER
    elif isAbstract:
        body += f"    {name}(PaymentCode paymentCode) {{\n        super(paymentCode);\n    }}\n"
    for making in makings:
        first, *more = making.split()
        parameters = {"code": "PaymentCode paymentCode", "channel": "String channelCode",
                      "agent": "String channelCode, String agentCode, String agentChannelCode"}[first]
        code = {"code": "paymentCode", "channel": "new PaymentCode(channelCode)",
                "agent": "new PaymentCode(channelCode, agentCode, agentChannelCode)"}[first]
        for value in more:
            parameters += f", String {'token' if value == 'customerToken' else value}"
        lines = "".join(f'        say("{value}", {"token" if value == "customerToken" else value});\n' for value in more)
        body += f"    public {name}({parameters}) {{\n        super({code});\n{lines}    }}\n\n"
    if makings:
        body += f"    @Override\n    {name} self() {{\n        return this;\n    }}\n"
    for word in said.split():
        sets = SAID.get((name, word), word)
        _, kind, detail = KINDS[sets]
        if sets == "userAddress":
            kind_of, value, comment = "UserAddress", "userAddress.values()", "The payer's addresses."
            imports.append(f"{PACKAGE}.model.UserAddress")
        elif sets == "loyaltyPoints":
            kind_of, value, comment = "List<LoyaltyPoint>", "values", words_of("PaymentData", sets)
            imports += [f"{PACKAGE}.model.LoyaltyPoint", "java.util.ArrayList", "java.util.List"]
        else:
            kind_of, value, comment = java_type(sets, kind, detail), word, words_of("PaymentData", sets if sets != "cryptogram" else "")
        if sets == "cryptogram":
            comment = "The wallet's cryptogram."
        result = "Self" if isAbstract else name
        before = "        List<Object> values = new ArrayList<>();\n        for (LoyaltyPoint point : loyaltyPoints) values.add(point.values());\n" \
            if sets == "loyaltyPoints" else ""
        body += "\n" + javadoc(comment, "    ")
        body += f'    public {result} {word}({kind_of} {word}) {{\n{before}        return say("{sets}", {value});\n    }}\n\n'
        body += f"    /** The same as {{@link #{word}}}, as SDK 4.4 spells it. */\n"
        body += f"    public {result} set{upper(word)}({kind_of} {word}) {{\n        return {word}({word});\n    }}\n"
    return java_file("builder", imports, body + "}\n").replace("\n\n}\n", "\n}\n")


JAVA_BUILDER = """    private final PaymentCode paymentCode;
    private final Map<String, Object> data = new LinkedHashMap<>();

    PaymentBuilder(PaymentCode paymentCode) {
        this.paymentCode = paymentCode;
    }

    abstract Self self();

    Self say(String name, Object value) {
        data.put(name, value);
        return self();
    }

    public PaymentRequest build() {
        return new PaymentRequest(paymentCode, data);
    }
"""


def java_set(name, owner):
    """A type an app fills in."""
    rows = REQUESTS[name][1]
    imports = ["java.util.LinkedHashMap", "java.util.Map"] + (["java.util.ArrayList", "java.util.List"] if name == "LoyaltyPoint" else [])
    fields = java_fields(owner, rows).replace("private ArrayList<LoyaltyPointReward> rewards;",
                                              "private ArrayList<LoyaltyPointReward> rewards = new ArrayList<>();")
    body = javadoc(words_of(name)) + f"public final class {name} {{\n" + fields
    body += "\n    /** Each member by its name in the SDK. */\n    public Map<String, Object> values() {\n"
    body += "        Map<String, Object> values = new LinkedHashMap<>();\n"
    for member, kind, _ in rows:
        if kind == "list":
            body += "        List<Object> parts = new ArrayList<>();\n        for (LoyaltyPointReward reward : rewards) parts.add(reward.values());\n"
        body += f'        values.put("{member}", {"parts" if kind == "list" else member});\n'
    return java_file("model", imports, body + "        return values;\n    }\n}\n")


def java_constants(name, said, holds):
    def inside(holds, indent):
        body = ""
        for member, words, value in holds:
            body += javadoc(words, indent)
            if isinstance(value, list):
                body += f"{indent}public static final class {member} {{\n{inside(value, indent + '    ')}\n{indent}    private {member}() {{}}\n{indent}}}\n\n"
            else:
                body += f'{indent}public static final String {member} = "{value}";\n'
        return body
    return java_file("enums", [], javadoc(said) + f"public final class {name} {{\n{inside(holds, '    ')}\n    private {name}() {{}}\n}}\n") \
        .replace("\n\n\n", "\n\n")


def files():
    yield JAVA / "core/TablesText.java", java_text()
    for name, rows in ANSWERS.items():
        yield JAVA / java_package(name).replace(".", "/") / f"{name}.java", java_answer(name, rows)
    for line in LINES:
        if line.startswith("call ") and not line.startswith("call proceedTransaction"):
            _, call, _, request, _ = line.split()
            yield JAVA / f"model/api/{upper(call)}Request.java", java_request(request, call)
    for name in BUILDERS:
        yield JAVA / f"builder/{name}.java", java_builder(name)
    for name in ["UserBillingAddress", "UserShippingAddress"]:
        yield JAVA / f"model/{name}.java", java_set(name, "BaseUserAddress")
    for name in ["LoyaltyPoint", "LoyaltyPointReward"]:
        yield JAVA / f"model/{name}.java", java_set(name, name)
    for name, said, holds in constants():
        yield JAVA / f"enums/{name}.java", java_constants(name, said, holds)
