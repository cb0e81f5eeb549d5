package android.os;

/** Stands in for Android's, with what the SDK uses of it. */
public class Handler {
    private final Looper looper;

    public Handler(Looper looper) {
        this.looper = looper;
    }

    public boolean post(Runnable work) {
        return looper.work.add(work);
    }
}
