package com.facebook.react.module.model;

public final class ReactModuleInfo {
    public final String name;
    public final boolean isTurboModule;

    public ReactModuleInfo(
            String name, String className, boolean canOverride, boolean isEager, boolean isCxx, boolean isTurboModule) {
        this.name = name;
        this.isTurboModule = isTurboModule;
    }
}
