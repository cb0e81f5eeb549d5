package io.flutter.plugin.common;

/** Stands in for Flutter's: the ends of its channels, by name. */
public class BinaryMessenger extends java.util.HashMap<String, MethodChannel> {
    private static final long serialVersionUID = 1;
}
