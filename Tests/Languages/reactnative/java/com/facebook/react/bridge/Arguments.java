package com.facebook.react.bridge;

import java.util.TreeMap;

public final class Arguments {
    public static WritableMap createMap() {
        final class Texts extends TreeMap<String, String> implements WritableMap {
            private static final long serialVersionUID = 1;

            @Override
            public void putString(String key, String value) {
                put(key, value);
            }
        }
        return new Texts();
    }
}
