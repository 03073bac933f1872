package io.voicecloner.host.s3;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One request that runs on another thread: the one that waits feels an interrupt, which a thread blocked in a socket does not.
 * One that is cancelled before it begins sends nothing.
 */
final class Exchange implements Callback {
    private final Call call;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile boolean canceled;

    Exchange(Call call) {
        this.call = call;
    }

    Exchange begin() {
        call.enqueue(this);
        return this;
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (response) {
            answer.complete(Answer.of(response));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void onFailure(Call call, IOException e) {
        answer.completeExceptionally(e);
    }

    /** Breaks it off; it ends with {@link Canceled}. */
    void cancel() {
        canceled = true;
        call.cancel();
    }

    /** Waits; an interrupt cancels the request and is kept. An answer that came all the same counts. */
    Answer await() throws IOException {
        return await(true);
    }

    /** Waits, whether interrupted or not. */
    Answer awaitRegardless() throws IOException {
        return await(false);
    }

    private Answer await(boolean cancelable) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (cancelable) {
                        cancel();
                    }
                } catch (ExecutionException e) {
                    throw failure(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private IOException failure(@Nullable Throwable cause) {
        if (canceled) {
            return new Canceled(cause);
        }
        return cause instanceof IOException e ? e : new IOException(cause);
    }

    /** It was this side that gave up. */
    static final class Canceled extends IOException {
        private static final long serialVersionUID = 1L;

        Canceled(@Nullable Throwable cause) {
            super("canceled", cause);
        }
    }
}
