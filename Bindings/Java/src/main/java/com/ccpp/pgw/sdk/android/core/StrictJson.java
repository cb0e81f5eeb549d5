package com.ccpp.pgw.sdk.android.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON without what readers disagree about: a name given twice in an object, text after the value, lone surrogates, bytes that are not
 * UTF-8, leading zeros. As strict as the Swift SDK's reader, to which it is held by the same vectors.
 */
final class StrictJson {
    /** Why a text is not the JSON it should be, and where. It holds no piece of the text. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String why, int at) {
            super("Not strict JSON at character " + at + ": " + why);
        }
    }

    private static final int DEPTH = 16;
    private static final int NUMBER_LENGTH = 40;

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** @return objects as maps, arrays as lists, texts as texts, everything else as a value of another type */
    static Object read(byte[] bytes) throws Malformed {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException error) {
            throw new Malformed("not UTF-8", 0);
        }
        StrictJson reader = new StrictJson(text);
        if (text.startsWith("\uFEFF")) reader.at = 1;
        Object value = reader.value(0);
        reader.skipBlanks();
        if (reader.at < text.length()) throw reader.malformed("more text after the value");
        return value;
    }

    private Object value(int depth) throws Malformed {
        skipBlanks();
        switch (peek()) {
            case '{': return object(depth + 1);
            case '[': return array(depth + 1);
            case '"': return string();
            case 't': return literal("true", Boolean.TRUE);
            case 'f': return literal("false", Boolean.FALSE);
            case 'n': return literal("null", null);
            default: return number();
        }
    }

    private Map<String, Object> object(int depth) throws Malformed {
        enter(depth);
        Map<String, Object> members = new LinkedHashMap<>();
        // Names that look the same are the same, whichever way they are composed.
        Set<String> names = new HashSet<>();
        if (closes('}')) return members;
        do {
            skipBlanks();
            if (peek() != '"') throw malformed("a name was due");
            String name = string();
            if (!names.add(Normalizer.normalize(name, Normalizer.Form.NFC))) throw malformed("a name that already stands in this object");
            skipBlanks();
            if (peek() != ':') throw malformed("a colon was due");
            at++;
            members.put(name, value(depth));
        } while (goesOn('}'));
        return members;
    }

    private List<Object> array(int depth) throws Malformed {
        enter(depth);
        List<Object> items = new ArrayList<>();
        if (closes(']')) return items;
        do {
            items.add(value(depth));
        } while (goesOn(']'));
        return items;
    }

    private String string() throws Malformed {
        StringBuilder string = new StringBuilder();
        for (at++; peek() != '"'; at++) {
            char character = peek();
            if (character < 0x20) throw malformed("a raw control character");
            string.append(character == '\\' ? escape() : character);
        }
        at++;
        for (int index = 0; index < string.length(); index++) {
            char character = string.charAt(index);
            if (!Character.isSurrogate(character)) continue;
            boolean isPair = Character.isHighSurrogate(character) && index + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(index + 1));
            if (!isPair) throw malformed("a lone surrogate");
            index++;
        }
        return string.toString();
    }

    /** Leaves the cursor on the escape's last character. */
    private char escape() throws Malformed {
        at++;
        char character = peek();
        int index = "\"\\/bfnrt".indexOf(character);
        if (index >= 0) return "\"\\/\b\f\n\r\t".charAt(index);
        if (character != 'u') throw malformed("a wrong escape");
        int value = 0;
        for (int digit = 0; digit < 4; digit++) {
            at++;
            int hex = "0123456789abcdef".indexOf(Character.toLowerCase(peek()));
            if (hex < 0 || peek() > 'f') throw malformed("a wrong escape");
            value = value << 4 | hex;
        }
        return (char) value;
    }

    private Object number() throws Malformed {
        int start = at;
        take('-');
        int whole = at;
        if (digits() == 0 || at - whole > 1 && text.charAt(whole) == '0') throw malformed("not a value");
        if (take('.') && digits() == 0) throw malformed("a wrong number");
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            if (digits() == 0) throw malformed("a wrong number");
        }
        if (at - start > NUMBER_LENGTH) throw malformed("a number with too many digits");
        return new StringBuilder(text.substring(start, at));
    }

    private int digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        return at - start;
    }

    private boolean take(char character) {
        if (at >= text.length() || text.charAt(at) != character) return false;
        at++;
        return true;
    }

    private Object literal(String word, Object value) throws Malformed {
        if (!text.startsWith(word, at)) throw malformed("not a value");
        at += word.length();
        return value;
    }

    private char peek() throws Malformed {
        if (at >= text.length()) throw malformed("the text ends too early");
        return text.charAt(at);
    }

    private void enter(int depth) throws Malformed {
        if (depth > DEPTH) throw malformed("arrays and objects are nested too deep");
        at++;
    }

    private boolean closes(char end) throws Malformed {
        skipBlanks();
        if (peek() != end) return false;
        at++;
        return true;
    }

    private boolean goesOn(char end) throws Malformed {
        if (closes(end)) return false;
        if (!take(',')) throw malformed("a comma was due");
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) at++;
    }

    private Malformed malformed(String why) {
        return new Malformed(why, at);
    }

    /** Maps, lists, texts, and what prints as JSON by itself. A lone surrogate, which has no UTF-8, is written as an escape. */
    static String write(Object value) {
        StringBuilder json = new StringBuilder();
        write(value, json);
        return json.toString();
    }

    private static void write(Object value, StringBuilder json) {
        if (value instanceof Map) {
            String before = "{";
            for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
                json.append(before);
                writeText((String) member.getKey(), json);
                write(member.getValue(), json.append(':'));
                before = ",";
            }
            json.append(before.equals("{") ? "{}" : "}");
        } else if (value instanceof List) {
            String before = "[";
            for (Object item : (List<?>) value) {
                write(item, json.append(before));
                before = ",";
            }
            json.append(before.equals("[") ? "[]" : "]");
        } else if (value instanceof String) {
            writeText((String) value, json);
        } else {
            json.append(value);
        }
    }

    private static void writeText(String text, StringBuilder json) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '"' || character == '\\') {
                json.append('\\').append(character);
            } else if (character < 0x20 || Character.isSurrogate(character)) {
                json.append(String.format("\\u%04x", (int) character));
            } else {
                json.append(character);
            }
        }
        json.append('"');
    }
}
