package com.ccpp.pgw.sdk.android.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the calls of payments ask and answer, read from Bindings/requests.txt and answers.txt, which say what their lines mean. */
final class Tables {
    /** A call, by its name in the SDK. */
    static final class Asked {
        /** Behind {@code payment/4.3/}. */
        final String operation;
        final String request;
        final String answer;

        private Asked(String[] words) {
            operation = words[2];
            request = words[3];
            answer = words[4];
        }
    }

    private static final class Member {
        /** Its name in the SDKs. */
        final String name;
        final String wire;
        final String kind;
        /** What stands behind the kind: another table's name, or a number of digits. */
        final String detail;

        private Member(String[] words) {
            name = words[0];
            wire = words[1];
            kind = words[2];
            detail = words.length > 3 ? words[3] : "";
        }
    }

    static final Tables SHARED = new Tables();

    private static final List<String> CRYPTOGRAM_CHANNELS = Arrays.asList("APPLEPAY", "GOOGLEPAY", "SAMSUNGPAY");

    private final Map<String, Asked> calls = new HashMap<>();
    private final Map<String, List<Member>> requests = new HashMap<>();
    private final Map<String, List<Member>> answers = new HashMap<>();

    private Tables() {
        List<Member> members = new ArrayList<>();
        for (String line : TablesText.TEXT.split("\n")) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "call": calls.put(words[1], new Asked(words)); break;
                case "answer": answers.put(words[1], members = new ArrayList<>()); break;
                case "request":
                    // One that goes on where another ends.
                    members = words.length > 2 ? new ArrayList<>(requests.get(words[2])) : new ArrayList<>();
                    requests.put(words[1], members);
                    break;
                default: members.add(new Member(words));
            }
        }
    }

    /** @return {@code null} for a name there is no call of */
    Asked call(String name) {
        return calls.get(name);
    }

    // Requests

    /** As it goes over the wire. */
    Map<String, Object> wire(String request, Map<?, ?> object) throws PGWException {
        Map<String, Object> wire = new LinkedHashMap<>();
        write(request, object, wire, "");
        return wire;
    }

    /** @param path where the object stands: {@code payment.data.}, for whoever wrote it wrongly */
    private void write(String request, Map<?, ?> object, Map<String, Object> wire, String path) throws PGWException {
        for (Member member : requests.get(request)) {
            Object value = object.get(member.name);
            if (value == null) continue;
            String place = path + member.name;
            switch (member.kind) {
                case "text":
                    if (!(value instanceof String)) throw malformed(place, "a text");
                    if (!((String) value).isEmpty()) wire.put(member.wire, value);
                    break;
                case "integer":
                case "digits": {
                    Long whole = whole(value);
                    if (whole == null || whole < 0) throw malformed(place, "a whole number");
                    if (whole == 0) break;
                    boolean isText = member.kind.equals("digits");
                    wire.put(member.wire, isText ? String.format(Locale.ROOT, "%0" + member.detail + "d", whole) : (Object) whole);
                    break;
                }
                case "number":
                    if (value instanceof String || number(value) == null) throw malformed(place, "a number");
                    wire.put(member.wire, value instanceof Double ? shortest((Double) value) : value);
                    break;
                case "flag":
                    if (!(value instanceof Boolean)) throw malformed(place, "true or false");
                    if ((Boolean) value) wire.put(member.wire, true);
                    break;
                case "list": {
                    if (!(value instanceof List)) throw malformed(place, "an array");
                    List<Object> parts = new ArrayList<>();
                    for (Object item : (List<?>) value) parts.add(part(member, item, place + "[" + parts.size() + "]"));
                    if (!parts.isEmpty()) wire.put(member.wire, parts);
                    break;
                }
                case "inside":
                    if (!(value instanceof Map)) throw malformed(place, "an object");
                    write(member.detail, (Map<?, ?>) value, wire, place + ".");
                    break;
                default: wire.put(member.wire, part(member, value, place));
            }
        }
        if (request.equals("Payment")) tellCryptogram(object, wire);
    }

    private Map<String, Object> part(Member member, Object value, String place) throws PGWException {
        if (!(value instanceof Map)) throw malformed(place, "an object");
        Map<String, Object> part = new LinkedHashMap<>();
        write(member.detail, (Map<?, ?>) value, part, place + ".");
        return part;
    }

    /** Of a channel with cryptograms of its own, a token is one, and no stored card. */
    @SuppressWarnings("unchecked")
    private static void tellCryptogram(Map<?, ?> payment, Map<String, Object> wire) {
        if (!(wire.get("code") instanceof Map) || !(wire.get("data") instanceof Map)) return;
        Object channel = ((Map<?, ?>) wire.get("code")).get("channelCode");
        Map<?, ?> given = (Map<?, ?>) payment.get("data");
        Map<String, Object> data = (Map<String, Object>) wire.get("data");
        boolean isCryptogram = channel != null && CRYPTOGRAM_CHANNELS.contains(((String) channel).toUpperCase(Locale.ROOT));
        if (!isCryptogram || data.containsKey("token") || given.get("token") == null) return;
        data.remove("customerToken");
        if (given.get("customerToken") != null) data.put("customerToken", given.get("customerToken"));
        data.put("token", given.get("token"));
    }

    private static PGWException malformed(String place, String kind) {
        return new PGWException(PGWException.MALFORMED_REQUEST, place + " is not " + kind);
    }

    // Answers

    /** As the SDKs have it: every member, under its name there. */
    Map<String, Object> answer(String answer, Map<?, ?> wire) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Member member : answers.get(answer)) {
            Object value = wire.get(member.wire) == null ? null : read(member, wire.get(member.wire));
            if (value != null) object.put(member.name, value);
            else if (!object.containsKey(member.name)) object.put(member.name, absent(member));
        }
        return object;
    }

    /** @return {@code null} for what is no value of its kind */
    private Object read(Member member, Object value) {
        boolean isNumber = value instanceof StringBuilder;
        switch (member.kind) {
            case "text": return value instanceof String || isNumber ? value.toString() : null;
            case "integer": return whole(value);
            case "number": {
                Double number = number(value);
                return number == null ? null : shortest(number);
            }
            case "flag": return value instanceof Boolean ? value : value instanceof String ? ((String) value).equalsIgnoreCase("true") : null;
            case "object": return value instanceof Map ? answer(member.detail, (Map<?, ?>) value) : null;
            default: {
                if (!(value instanceof List)) return null;
                boolean isTexts = member.kind.equals("texts");
                List<Object> items = new ArrayList<>();
                for (Object item : (List<?>) value) {
                    if (isTexts && item instanceof String) items.add(item);
                    if (!isTexts && item instanceof Map) items.add(answer(member.detail, (Map<?, ?>) item));
                }
                return items;
            }
        }
    }

    private Object absent(Member member) {
        switch (member.kind) {
            case "integer":
            case "number": return 0L;
            case "flag": return member.detail.equals("true");
            case "texts":
            case "list": return new ArrayList<>();
            case "object": return answer(member.detail, new HashMap<>());
            default: return "";
        }
    }

    // Numbers

    /** A whole number, however it is written: {@code 1000}, {@code 1e3}, {@code 1000.0}; or the digits of one in a text. */
    private static Long whole(Object value) {
        if (value instanceof Long || value instanceof Integer) return ((Number) value).longValue();
        String text = value instanceof String || value instanceof StringBuilder ? value.toString() : "";
        // Not 1e999999999, which would be counted to.
        if (!text.matches(value instanceof String ? "[+-]?[0-9]{1,20}" : "-?[0-9]+(\\.[0-9]+)?([eE][+-]?0*[0-9]{1,3})?")) return null;
        try {
            return value instanceof String ? Long.valueOf(text) : Long.valueOf(new java.math.BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException error) {
            return null;
        }
    }

    /** A number, or a text that reads as one of JSON's; none that is too large to be one. */
    private static Double number(Object value) {
        if (value instanceof Number) {
            double number = ((Number) value).doubleValue();
            return Double.isNaN(number) || Double.isInfinite(number) ? null : number;
        }
        String text = value instanceof String || value instanceof StringBuilder ? value.toString() : "";
        if (!text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?") || text.length() > 40) return null;
        double number = Double.parseDouble(text);
        return Double.isInfinite(number) ? null : number;
    }

    /** As short as it reads back, and no {@code .0} behind a whole one. */
    private static Object shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : (Object) number;
    }
}
