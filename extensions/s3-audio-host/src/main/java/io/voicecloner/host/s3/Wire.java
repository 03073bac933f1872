package io.voicecloner.host.s3;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import software.amazon.awssdk.http.SdkHttpRequest;

/** How requests go to a bucket. Every setting here closes a way to act twice, elsewhere or without end. */
final class Wire implements AutoCloseable {
    private static final int MOST_AT_ONCE = 64;
    private static final int KEEP_ALIVE_SECONDS = 5;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final OkHttpClient client;
    private final Timeouts timeouts;

    /**
     * How long things may take.
     *
     * @param connect one attempt to connect
     * @param write a write that makes no progress
     * @param silence waiting for the next byte of an answer
     * @param upload a whole upload
     * @param removal a whole deletion: a little less than the library waits for one, so that it is told why
     */
    record Timeouts(Duration connect, Duration write, Duration silence, Duration upload, Duration removal) {
        static final Timeouts USUAL = new Timeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(4));
    }

    /** @param system resolves names and knows whom to trust, as the JVM does unless a test says otherwise */
    Wire(OkHttpClient system, Timeouts timeouts, boolean toThisMachine) {
        this.timeouts = timeouts;
        OkHttpClient.Builder builder = system.newBuilder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS, ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .dispatcher(dispatcher())
                // A connection is used once: one that the server closed while idle would lose an answer.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(timeouts.connect())
                .writeTimeout(timeouts.write())
                .readTimeout(timeouts.silence())
                // OkHttp would send a 503 again at zero.
                .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                        .newBuilder()
                        .removeHeader("Retry-After")
                        .build());
        if (toThisMachine) {
            // Plain http may go to this machine only, and a proxy is another one.
            builder.proxy(java.net.Proxy.NO_PROXY);
        }
        this.client = builder.build();
    }

    /** Sends a recording, once it is begun. */
    Exchange upload(SdkHttpRequest signed, RecordingBody body) {
        return exchange(request(signed).put(body).build(), timeouts.upload());
    }

    /** Deletes an object, once it is begun. */
    Exchange remove(SdkHttpRequest signed) {
        return exchange(request(signed).delete(null).build(), timeouts.removal());
    }

    private Exchange exchange(Request request, Duration limit) {
        return new Exchange(client.newBuilder().callTimeout(limit).build().newCall(request));
    }

    private static Request.Builder request(SdkHttpRequest signed) {
        Request.Builder request = new Request.Builder().url(signed.getUri().toString());
        signed.headers().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        return request;
    }

    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "voicecloner-s3-audio-host-" + NUMBER.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                }));
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        return dispatcher;
    }

    /** Ends all threads; what is still under way breaks off. */
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
