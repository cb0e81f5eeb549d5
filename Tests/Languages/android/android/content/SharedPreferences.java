package android.content;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stands in for Android's, with what the SDK uses of it. */
public class SharedPreferences {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    public String getString(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    public Editor edit() {
        return new Editor();
    }

    public class Editor {
        private final Map<String, String> changes = new ConcurrentHashMap<>();

        public Editor putString(String key, String value) {
            changes.put(key, value);
            return this;
        }

        public void apply() {
            values.putAll(changes);
        }
    }
}
