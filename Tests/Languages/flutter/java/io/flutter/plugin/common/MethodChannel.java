package io.flutter.plugin.common;

public class MethodChannel {
    public interface Result {
        void success(Object result);

        void error(String code, String message, Object details);

        void notImplemented();
    }

    public interface MethodCallHandler {
        void onMethodCall(MethodCall call, Result result);
    }

    public MethodCallHandler handler;

    public MethodChannel(BinaryMessenger messenger, String name) {
        messenger.put(name, this);
    }

    public void setMethodCallHandler(MethodCallHandler handler) {
        this.handler = handler;
    }
}
