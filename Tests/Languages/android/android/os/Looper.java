package android.os;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Stands in for Android's: work for the thread that takes it. */
public class Looper {
    private static final Looper MAIN = new Looper();
    public final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

    public static Looper getMainLooper() {
        return MAIN;
    }
}
