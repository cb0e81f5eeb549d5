package com.ccpp.pgw.sdk.android.model.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the gateway answered, or a part of it. Texts that were not given are empty, numbers zero, and parts always there. */
public abstract class BaseModel {
    private final Map<String, Object> values;

    /** @param values each by its name in the SDK */
    protected BaseModel(Map<String, Object> values) {
        this.values = values;
    }

    /** Each member by its name in the SDK. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Makes a part of its values. */
    protected interface Form<Part> {
        Part of(Map<String, Object> values);
    }

    protected final String text(String name) {
        Object value = values.get(name);
        return value instanceof String ? (String) value : "";
    }

    protected final long whole(String name) {
        Object value = values.get(name);
        return value instanceof Number ? ((Number) value).longValue() : 0;
    }

    protected final int integer(String name) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole(name)));
    }

    protected final double number(String name) {
        Object value = values.get(name);
        return value instanceof Number ? ((Number) value).doubleValue() : 0;
    }

    protected final boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    protected final ArrayList<String> texts(String name) {
        ArrayList<String> texts = new ArrayList<>();
        for (Object item : items(name)) texts.add((String) item);
        return texts;
    }

    @SuppressWarnings("unchecked")
    protected final <Part> Part part(String name, Form<Part> form) {
        Object value = values.get(name);
        return form.of(value instanceof Map ? (Map<String, Object>) value : Collections.<String, Object>emptyMap());
    }

    @SuppressWarnings("unchecked")
    protected final <Part> ArrayList<Part> list(String name, Form<Part> form) {
        ArrayList<Part> parts = new ArrayList<>();
        for (Object item : items(name)) parts.add(form.of((Map<String, Object>) item));
        return parts;
    }

    private List<?> items(String name) {
        Object value = values.get(name);
        return value instanceof List ? (List<?>) value : Collections.emptyList();
    }
}
