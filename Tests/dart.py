"""What can be said of Dart without a Dart compiler: its syntax, and the names and argument counts that a sample uses."""

import functools
import re

import tree_sitter
import tree_sitter_dart

#: What a response has, and a request may have.
RESPONSE = {"responseCode", "responseDescription", "paymentToken", "customerTokens"}
REQUEST = {"paymentToken", "clientId", "locale"}


@functools.cache
def parser():
    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_dart.language()))


def tree(text):
    return parser().parse(text.encode()).root_node


def nodes(node):
    yield node
    for child in node.children:
        yield from nodes(child)


def errors(text):
    """The lines that are not Dart."""
    return [node.start_point[0] + 1 for node in nodes(tree(text)) if node.type == "ERROR" or node.is_missing]


def constants(text):
    """The constants of a class, by name."""
    return dict(re.findall(r"static const String (\w+) = '([^']*)';", text))


def text_of(node):
    return node.text.decode()


@functools.cache
def declared(lib):
    """Of each class below a folder: its constants, and its methods with the number of their parameters; the constructor has no name."""
    classes = {}
    for file in lib.rglob("*.dart"):
        for node in nodes(tree(file.read_text())):
            if node.type != "class_definition":
                continue
            name = text_of(node.child_by_field_name("name"))
            members = dict.fromkeys(constants(text_of(node)))
            for signature in nodes(node):
                if signature.type in ["function_signature", "factory_constructor_signature", "constructor_signature"]:
                    parameters = next(child for child in signature.children if child.type == "formal_parameter_list")
                    called = next(child for child in signature.children[::-1] if child.type == "identifier")
                    count = sum(child.type == "formal_parameter" for child in parameters.children)
                    members["" if text_of(called) == name else text_of(called)] = count
            classes[name] = members
    return classes


def arguments(selector):
    """How many arguments a selector calls with; nothing for one that is no call."""
    if not selector or selector[0].type != "selector" or selector[0].children[0].type != "argument_part":
        return None
    return sum(node.type == "argument" for node in selector[0].children[0].children[0].children)


def called(selector):
    """The name a selector asks for: `.name`."""
    if not selector or selector[0].type != "selector" or not text_of(selector[0]).startswith("."):
        return None
    return text_of(selector[0])[1:]


def problem(sample, lib):
    """Why a sample cannot be right, by the plugin's classes in a folder; nothing where it may be."""
    text = "void sample() async {\n" + sample + "\n}"
    lines = errors(text)
    if lines:
        return f"is not Dart at line {lines[0] - 1}"
    root, classes = tree(text), declared(lib)
    for node in nodes(root):
        if node.type == "identifier" and re.match("[A-Z]", text_of(node)):
            wrong = use(node, classes)
            if wrong:
                return wrong
        if node.type == "index_selector":
            key = text_of(node).strip("[]'\" ")
            if text_of(node)[1] in "'\"" and key not in RESPONSE:
                return f"asks a response for {key}, which it does not have"
        if node.type == "pair":
            key = text_of(node.children[0]).strip("'\"")
            if key not in REQUEST:
                return f"gives a request {key}, which it does not have"
    return None


def use(node, classes):
    """What is wrong with one use of a class: `Name.constant`, or `Name(…).method(…)`."""
    name = text_of(node)
    if name not in classes:
        return f"uses {name}, which there is not"
    members, rest = classes[name], []
    while (node := node.next_sibling) is not None and node.type == "selector":
        rest.append(node)
    if arguments(rest) is not None:
        if members.get("") != arguments(rest):
            return f"makes a {name} of {arguments(rest)} arguments"
        rest = rest[1:]
    member = called(rest)
    if member is None:
        return None
    if member not in members:
        return f"uses {name}.{member}, which there is not"
    if members[member] != arguments(rest[1:]):
        return f"calls {name}.{member} with {arguments(rest[1:])} arguments, and it takes {members[member]}"
    return None
