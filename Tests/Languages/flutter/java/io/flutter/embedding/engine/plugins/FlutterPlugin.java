package io.flutter.embedding.engine.plugins;

import android.content.Context;
import io.flutter.plugin.common.BinaryMessenger;

public interface FlutterPlugin {
    void onAttachedToEngine(FlutterPluginBinding binding);

    void onDetachedFromEngine(FlutterPluginBinding binding);

    class FlutterPluginBinding {
        private final BinaryMessenger messenger = new BinaryMessenger();

        public Context getApplicationContext() {
            return new Context();
        }

        public BinaryMessenger getBinaryMessenger() {
            return messenger;
        }
    }
}
