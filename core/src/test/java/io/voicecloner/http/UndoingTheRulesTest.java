package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import io.voicecloner.HttpCustomizer;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customizer, and the interceptors it adds, against each rule of safe transport. The count is the server's. */
class UndoingTheRulesTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String OK = "{\"ok\":1}";

    private ScriptedServer server;
    private ScriptedServer elsewhere;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        elsewhere = new ScriptedServer().then(ScriptedServer.json(OK));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        elsewhere.close();
    }

    private WireProbe probe(Consumer<OkHttpClient.Builder> change) {
        return WireProbe.customized(server.uri("/"), PATIENCE, change);
    }

    private WireProbe intercepted(Interceptor interceptor) {
        return probe(client -> client.addInterceptor(interceptor));
    }

    private static VoiceClonerException failure(WireProbe probe) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
        assertThat(failure).isNotNull();
        return failure;
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        server.then(ScriptedServer.answer(status + " Moved", "Location: " + elsewhere.uri("/create") + "\r\n", "{}"));
        try (WireProbe probe = probe(client -> client.followRedirects(true).followSslRedirects(true))) {
            assertThat(probe.create().status()).isEqualTo(status);
        }
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void aConnectionThatBrokeMakesNothingGoOutAgain() {
        server.then(ScriptedServer.Conversation::readRequest).then(ScriptedServer.json(OK));
        try (WireProbe probe = probe(client -> client.retryOnConnectionFailure(true))) {
            assertThat(failure(probe)).isInstanceOf(AmbiguousOutcomeException.class);
        }
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void connectionsAreNotKept() {
        server.then(ScriptedServer.json(OK)).then(ScriptedServer.json(OK));
        try (WireProbe probe = probe(client -> client.connectionPool(new ConnectionPool(5, 5, TimeUnit.MINUTES)))) {
            probe.create();
            probe.create();
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void noCookieIsSent() {
        server.then(ScriptedServer.json(OK));
        try (WireProbe probe = probe(client -> client.cookieJar(new CustomizedClientTest.FedCookies()))) {
            probe.create();
        }
        assertThat(server.heads().get(0).toLowerCase(Locale.ROOT)).doesNotContain("cookie:");
    }

    @Test
    @Tag("S15")
    void nobodyAnswersAQuestionForCredentials() {
        server.then(oneAfterTheOther(
                ScriptedServer.answer("401 Unauthorized", "WWW-Authenticate: Basic realm=x\r\n", "{}"),
                ScriptedServer.json(OK)));
        try (WireProbe probe = probe(client -> client.authenticator((route, response) -> again(response.request())))) {
            assertThat(probe.create().status()).isEqualTo(401);
        }
        assertThat(server.received()).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void whoProceedsTwiceSendsOnceAndGetsNoOtherAnswer() {
        server.then(oneAfterTheOther(ScriptedServer.json(OK), ScriptedServer.json("{\"ok\":2}")));
        try (WireProbe probe = intercepted(chain -> {
            chain.proceed(chain.request()).close();
            return chain.proceed(chain.request());
        })) {
            assertThat(probe.create().body().orElseThrow().ok()).isEqualTo(1);
        }
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void whoTriesAgainAfterAConnectionBrokeSendsOnce() {
        server.then(ScriptedServer.Conversation::readRequest).then(ScriptedServer.json(OK));
        try (WireProbe probe = intercepted(chain -> {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                return chain.proceed(again(chain.request()));
            }
        })) {
            VoiceClonerException failure = failure(probe);
            assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        }
        assertThat(server.received()).isEqualTo(1);
    }

    /** A connection that a client may use twice. */
    private static ScriptedServer.Behaviour oneAfterTheOther(
            ScriptedServer.Behaviour first, ScriptedServer.Behaviour second) {
        return conversation -> {
            first.on(conversation);
            second.on(conversation);
        };
    }

    /** The same again, with a body that may be sent as often as one likes. */
    private static Request again(Request request) {
        return request.newBuilder()
                .header("Content-Length", "2")
                .post(RequestBody.create("{}", MediaType.get("application/json")))
                .build();
    }

    @Test
    void whoMakesACallOfItsOwnFromThisOneSendsOnce() {
        server.then(ScriptedServer.json(OK)).then(ScriptedServer.json(OK));
        try (WireProbe probe = intercepted(new Interceptor() {
            private boolean cloned;

            @Override
            public Response intercept(Chain chain) throws IOException {
                Response response = chain.proceed(chain.request());
                if (!cloned) {
                    cloned = true;
                    chain.call().clone().execute().close();
                }
                return response;
            }
        })) {
            probe.create();
        }
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void anInterceptorOnTheWireCannotMakeItGoOutAgain() {
        server.then(ScriptedServer.answer("503 Busy", "Connection: close\r\n", "{}"))
                .then(ScriptedServer.json(OK));
        try (WireProbe probe =
                probe(client -> client.addNetworkInterceptor(chain -> chain.proceed(again(chain.request()))
                        .newBuilder()
                        .header("Retry-After", "0")
                        .build()))) {
            assertThat(probe.create().status()).isEqualTo(503);
        }
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void anAbsurdRetryAfterStillBreaksNothing() {
        server.then(ScriptedServer.answer("503 Busy", "", "{}"));
        try (WireProbe probe = probe(client -> client.addNetworkInterceptor(chain -> chain.proceed(chain.request())
                .newBuilder()
                .header("Retry-After", "99999999999999999999")
                .build()))) {
            assertThat(probe.create().status()).isEqualTo(503);
        }
    }

    @Test
    @Tag("S9")
    void theKeyGoesNowhereElse() {
        try (WireProbe probe = intercepted(chain -> chain.proceed(chain.request()
                .newBuilder()
                .url(elsewhere.uri("/create").toString())
                .build()))) {
            VoiceClonerException failure = failure(probe);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure).hasMessageNotContaining(WireProbe.KEY);
        }
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void anInterceptorDoesNotSeeTheKeyAndCannotPutAnotherInItsPlace() {
        server.then(ScriptedServer.json(OK));
        List<String> seen = new CopyOnWriteArrayList<>();
        try (WireProbe probe = intercepted(chain -> {
            seen.add(chain.request().headers().toString());
            return chain.proceed(chain.request()
                    .newBuilder()
                    .header("Authorization", "Bearer theirs")
                    .build());
        })) {
            probe.create();
        }
        assertThat(seen).singleElement().asString().doesNotContain(WireProbe.KEY);
        assertThat(server.heads().get(0)).contains("Bearer " + WireProbe.KEY).doesNotContain("theirs");
    }

    @Test
    void anAnswerIsNotAskedForCompressed() {
        server.then(ScriptedServer.json(OK));
        Interceptor compressing = chain -> chain.proceed(
                chain.request().newBuilder().header("Accept-Encoding", "gzip").build());
        try (WireProbe probe =
                probe(client -> client.addInterceptor(compressing).addNetworkInterceptor(compressing))) {
            probe.create();
        }
        assertThat(server.heads().get(0).toLowerCase(Locale.ROOT))
                .contains("accept-encoding: identity")
                .doesNotContain("gzip");
    }

    @Test
    void anAnswerInPlaceOfTheProvidersIsNotBelieved() {
        server.then(ScriptedServer.answer("500 Fault", "Content-Type: application/json\r\n", "{}"));
        try (WireProbe probe = intercepted(chain -> {
            chain.proceed(chain.request()).close();
            return madeUp(chain.request());
        })) {
            Answer<WireProbe.Wire.Reply> answer = probe.create();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void anAnswerWithoutAProviderIsNoVoice() {
        try (WireProbe probe = intercepted(chain -> madeUp(chain.request()))) {
            VoiceClonerException failure = failure(probe);
            assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure).hasMessageContaining("in place of the provider");
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void anAnswerThatCannotBeReadIsNotMadeReadable() {
        server.then(ScriptedServer.answer("200 OK", "Content-Type: text/html\r\n", "<html>"));
        try (WireProbe probe = intercepted(chain -> {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                return madeUp(chain.request());
            }
        })) {
            VoiceClonerException failure = failure(probe);
            assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
            assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        }
    }

    @Test
    void anAnswerIsLimitedBeforeAnInterceptorSeesIt() {
        server.then(ScriptedServer.json("{\"ok\":1,\"x\":\"" + "y".repeat(1_100_000) + "\"}"));
        List<Integer> seen = new CopyOnWriteArrayList<>();
        try (WireProbe probe = intercepted(chain -> {
            Response response = chain.proceed(chain.request());
            seen.add(response.body().string().length());
            return response;
        })) {
            assertThat(failure(probe).reason()).isEqualTo(Reason.TOO_LARGE);
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void aVoiceIsNotLostToAnInterceptorThatThrowsAfterwardsOrReadsTheAnswerAway() {
        server.then(ScriptedServer.json(OK)).then(ScriptedServer.json(OK));
        try (WireProbe throwing = intercepted(chain -> {
                    chain.proceed(chain.request()).close();
                    throw new IllegalStateException("a bug of theirs");
                });
                WireProbe reading = intercepted(chain -> {
                    Response response = chain.proceed(chain.request());
                    response.body().string();
                    return response;
                })) {
            assertThat(throwing.create().body().orElseThrow().ok()).isEqualTo(1);
            assertThat(reading.create().body().orElseThrow().ok()).isEqualTo(1);
        }
    }

    private static Response madeUp(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create("{\"ok\":9}", MediaType.get("application/json")))
                .build();
    }

    @Test
    void aRequestWithoutItsTagIsStillFollowed() {
        server.then(ScriptedServer.json(OK));
        try (WireProbe probe = intercepted(chain -> chain.proceed(
                chain.request().newBuilder().tag(Exchange.class, null).build()))) {
            assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
        }
    }

    @Test
    void aListenerOfTheirsIsToldToo() {
        server.then(ScriptedServer.Conversation::readRequest);
        List<String> told = new CopyOnWriteArrayList<>();
        try (WireProbe probe = probe(client -> client.eventListener(new EventListener() {
            @Override
            public void requestHeadersStart(Call call) {
                told.add("sent");
            }
        }))) {
            assertThat(failure(probe).delivery()).isEqualTo(Delivery.UNKNOWN);
        }
        assertThat(told).containsExactly("sent");
    }

    @Test
    void theTimeoutsAreThoseOfTheSettings() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.waitForClientToGo();
        });
        Duration longer = Duration.ofMinutes(1);
        try (WireProbe probe = WireProbe.customized(
                server.uri("/"),
                Duration.ofMillis(100),
                client -> client.readTimeout(longer)
                        .callTimeout(longer)
                        .addInterceptor(chain ->
                                chain.withReadTimeout(60, TimeUnit.SECONDS).proceed(chain.request())))) {
            assertThat(failure(probe).reason()).isEqualTo(Reason.TIMEOUT);
        }
    }

    @Test
    void whatAnInterceptorChangesForItsCallIsChangedBack() {
        server.then(ScriptedServer.json(OK));
        List<Interceptor.Chain> atLast = new CopyOnWriteArrayList<>();
        List<Interceptor.Chain> atFirst = new CopyOnWriteArrayList<>();
        try (WireProbe probe = probe(client -> client.addInterceptor(chain -> {
                    atFirst.add(chain);
                    return chain.withRetryOnConnectionFailure(true)
                            .withAuthenticator((route, response) -> again(response.request()))
                            .withProxyAuthenticator((route, response) -> again(response.request()))
                            .withCookieJar(new CustomizedClientTest.FedCookies())
                            .withProxy(new java.net.Proxy(
                                    java.net.Proxy.Type.HTTP,
                                    new java.net.InetSocketAddress(FaultyNetwork.loopback(1), elsewhere.port())))
                            .withHostnameVerifier((name, session) -> true)
                            .withConnectionPool(new ConnectionPool())
                            .withConnectTimeout(1, TimeUnit.HOURS)
                            .withWriteTimeout(1, TimeUnit.HOURS)
                            .withDns(name -> List.of())
                            .proceed(chain.request());
                })
                .addNetworkInterceptor(chain -> {
                    atLast.add(chain);
                    return chain.proceed(chain.request());
                }))) {
            probe.create();
        }
        assertThat(terms(atLast.get(0))).isEqualTo(terms(atFirst.get(0)));
        assertThat(server.heads().get(0)).doesNotContain("session=theirs");
        assertThat(elsewhere.connections()).isZero();
    }

    private static List<Object> terms(Interceptor.Chain chain) {
        return java.util.Arrays.asList(
                chain.getRetryOnConnectionFailure(),
                chain.getAuthenticator(),
                chain.getProxyAuthenticator(),
                chain.getCookieJar(),
                chain.getCache(),
                chain.getProxy(),
                chain.getProxySelector(),
                chain.getHostnameVerifier(),
                chain.getConnectionPool(),
                chain.getSslSocketFactoryOrNull(),
                chain.getX509TrustManagerOrNull(),
                chain.getSocketFactory(),
                chain.getDns(),
                chain.connectTimeoutMillis(),
                chain.readTimeoutMillis(),
                chain.writeTimeoutMillis());
    }

    @Test
    void anInterceptorMaySayMoreThanWeDo() {
        server.then(ScriptedServer.json(OK));
        try (WireProbe probe = intercepted(chain -> chain.proceed(
                chain.request().newBuilder().header("X-Tenant", "team-a").build()))) {
            probe.create();
        }
        assertThat(server.heads().get(0)).contains("X-Tenant: team-a");
    }

    @Test
    void aCustomizerOfAnotherKindIsRefusedWhereItIsGiven() {
        assertThatThrownBy(() -> new WireProbe(
                        server.uri("/"), PATIENCE, settings -> settings.withHttpCustomizer(new HttpCustomizer() {})))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OkHttpCustomizer");
    }

    @Test
    void whatACustomizerThrowsItsCallerGets() {
        assertThatThrownBy(() -> probe(client -> {
                    throw new IllegalStateException("a bug of theirs");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug of theirs");
    }
}
