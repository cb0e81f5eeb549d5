package android.os;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands in for Android's: work for the thread that takes it. */
public class Looper {
    private static final Looper MAIN = new Looper();
    public final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

    public static Looper getMainLooper() {
        return MAIN;
    }

    /** Does the main thread's work on this one, until something is done or a minute has passed. */
    public static boolean runUntil(CountDownLatch done) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (done.getCount() > 0 && System.nanoTime() < limit) {
            Runnable work = MAIN.work.poll(10, TimeUnit.MILLISECONDS);
            if (work != null) work.run();
        }
        return done.getCount() == 0;
    }
}
