package org.openpgw.reactnative;

import com.facebook.react.BaseReactPackage;
import com.facebook.react.bridge.NativeModule;
import com.facebook.react.bridge.ReactApplicationContext;
import com.facebook.react.module.model.ReactModuleInfo;
import com.facebook.react.module.model.ReactModuleInfoProvider;
import java.util.Collections;

/** Where React Native finds {@link RTNPGWModule}. */
public final class RTNPGWPackage extends BaseReactPackage {
    @Override
    public NativeModule getModule(String name, ReactApplicationContext context) {
        return name.equals(RTNPGWModule.NAME) ? new RTNPGWModule(context) : null;
    }

    @Override
    public ReactModuleInfoProvider getReactModuleInfoProvider() {
        // Not made early, needs no constants, is no C++, is a TurboModule.
        ReactModuleInfo info = new ReactModuleInfo(RTNPGWModule.NAME, RTNPGWModule.class.getName(), false, false, false, true);
        return () -> Collections.singletonMap(RTNPGWModule.NAME, info);
    }
}
