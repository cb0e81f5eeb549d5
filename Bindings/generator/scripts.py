"""The constants of JavaScript and Dart."""

import re

from tables import BY, ROOT, constants, lower


def javascript():
    def inside(holds, indent):
        return "".join(
            f"{indent}{lower(name)}: Object.freeze({{\n{inside(value, indent + '  ')}{indent}}}),\n" if isinstance(value, list)
            else f"{indent}{lower(name)}: '{value}',\n" for name, _, value in holds)
    return f"'use strict';\n\n// {BY}\n" + "".join(
        f"\nexports.{name} = Object.freeze({{\n{inside(holds, '  ')}}});\n" for name, _, holds in constants())


def typescript():
    def inside(holds, indent):
        return "".join(
            f"{indent}readonly {lower(name)}: {{\n{inside(value, indent + '  ')}{indent}}};\n" if isinstance(value, list)
            else f"{indent}readonly {lower(name)}: '{value}';\n" for name, _, value in holds)
    return f"// {BY}\n" + "".join(
        f"\n/** {said} */\nexport declare const {name}: {{\n{inside(holds, '  ')}}};\n" for name, said, holds in constants())


def dart(name, said, holds):
    """A type of constants; a type of types has one object for each, as the documented SDK has."""
    text = f"// {BY}\n"
    if not isinstance(holds[0][2], list):
        return text + f"\n/// {said}\nclass {name} {{\n" + "".join(
            f"  static const String {lower(member)} = '{value}';\n" for member, _, value in holds) + "}\n"
    text += f"\n/// {said}\nclass {name} {{\n" + "".join(
        f"  static const {name}{member} {lower(member)} = {name}{member}._();\n" for member, _, _ in holds) + "}\n"
    for member, _, values in holds:
        text += f"\nclass {name}{member} {{\n  const {name}{member}._();\n" + "".join(
            f"  final String {lower(one)} = '{value}';\n" for one, _, value in values) + "}\n"
    return text


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def files():
    yield ROOT / "Bindings/ReactNative/payments.js", javascript()
    yield ROOT / "Bindings/ReactNative/payments.d.ts", typescript()
    for entry in constants():
        yield ROOT / f"Bindings/Flutter/lib/enum/{snake(entry[0])}.dart", dart(*entry)
