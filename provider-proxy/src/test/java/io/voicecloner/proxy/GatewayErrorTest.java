package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway's own errors, which come with real HTTP statuses and in the shapes that gateways use. */
class GatewayErrorTest {
    private static final String WORDS = "the gateway's own words";

    /** How gateways word their errors. */
    private enum Shape {
        CODE_IS_A_NUMBER("{\"error\":{\"message\":\"%s\",\"type\":\"new_api_error\",\"code\":40012}}"),
        CODE_IS_A_TEXT("{\"error\":{\"message\":\"%s\",\"type\":\"new_api_error\",\"code\":\"no_way\"}}"),
        CODE_IS_NULL("{\"error\":{\"message\":\"%s\",\"type\":\"new_api_error\",\"param\":\"\",\"code\":null}}"),
        TYPED("{\"type\":\"error\",\"error\":{\"type\":\"some_error\",\"message\":\"%s\"},\"request_id\":\"0601\"}"),
        MESSAGE_ALONE("{\"message\":\"%s\"}");

        private final String body;

        Shape(String body) {
            this.body = body;
        }
    }

    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    static Stream<Arguments> refusalsOfAClone() {
        return inEveryShape(
                Arguments.of(400, Category.INVALID_REQUEST, Delivery.REJECTED),
                Arguments.of(401, Category.ACCESS, Delivery.REJECTED),
                Arguments.of(402, Category.QUOTA, Delivery.REJECTED),
                Arguments.of(403, Category.ACCESS, Delivery.REJECTED),
                Arguments.of(404, Category.CONFIGURATION, Delivery.REJECTED),
                Arguments.of(413, Category.INVALID_REQUEST, Delivery.REJECTED),
                Arguments.of(429, Category.RATE_LIMITED, Delivery.REFUSED),
                Arguments.of(500, Category.AMBIGUOUS_OUTCOME, Delivery.UNKNOWN),
                Arguments.of(502, Category.AMBIGUOUS_OUTCOME, Delivery.UNKNOWN),
                Arguments.of(503, Category.AMBIGUOUS_OUTCOME, Delivery.UNKNOWN));
    }

    @ParameterizedTest(name = "{0} as {3}")
    @MethodSource("refusalsOfAClone")
    void theStatusDecidesWhatBecameOfTheClone(int status, Category category, Delivery delivery, Shape shape) {
        VoiceClonerException failure = answered(Step.CLONE, status, shape);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure.voiceMayExist()).isEqualTo(category == Category.AMBIGUOUS_OUTCOME);
    }

    static Stream<Arguments> refusalsOfAnUpload() {
        return inEveryShape(
                Arguments.of(400, Category.INVALID_REQUEST),
                Arguments.of(401, Category.ACCESS),
                Arguments.of(402, Category.QUOTA),
                Arguments.of(403, Category.ACCESS),
                Arguments.of(404, Category.CONFIGURATION),
                Arguments.of(413, Category.INVALID_REQUEST),
                Arguments.of(429, Category.RATE_LIMITED),
                Arguments.of(500, Category.PROVIDER_UNAVAILABLE),
                Arguments.of(502, Category.PROVIDER_UNAVAILABLE),
                Arguments.of(503, Category.PROVIDER_UNAVAILABLE));
    }

    @ParameterizedTest(name = "{0} as {2}")
    @MethodSource("refusalsOfAnUpload")
    void theStatusEndsTheCloneAtTheUpload(int status, Category category, Shape shape) {
        VoiceClonerException failure = answered(Step.UPLOAD, status, shape);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(gateway.clones()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"insufficient_user_quota\"', insufficient_user_quota",
        "40012, 40012",
        "9223372036854775807, 9223372036854775807"
    })
    void theGatewaysCodeIsQuotedAsItStands(String code, String quoted) {
        gateway.onClone(request -> Reply.of(400, "application/json", ProxyBench.error(WORDS, code)));

        assertThat(gateway.failure(Requests.plain()).providerCode()).contains(quoted);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"UPLOAD", "CLONE"})
    void aMissingCodeIsNotTheWordNull(Step step) {
        VoiceClonerException failure = answered(step, 400, Shape.CODE_IS_NULL);

        assertThat(failure.providerCode().orElse("")).isNotEqualTo("null");
        assertThat(failure.toString()).doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource({"UPLOAD, 7, PT7S", "CLONE, 7, PT7S", "CLONE, 1.2, PT2S", "CLONE, 99999999999999999999, PT24H"})
    void howLongToWaitIsSaid(Step step, String header, Duration wait) {
        gateway.on(
                step,
                request -> Reply.of(
                        429, "application/json", ProxyBench.error(WORDS, "\"rate\""), "Retry-After: " + header));

        RateLimitedException failure = (RateLimitedException) gateway.failure(Requests.plain());

        assertThat(failure.retryAfter()).contains(wait);
        assertThat(gateway.received()).hasSize(step == Step.UPLOAD ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"UPLOAD", "CLONE"})
    void plainWordsOfAMissingPageAreAWrongAddress(Step step) {
        gateway.on(step, request -> Reply.of(404, "text/plain; charset=utf-8", "404 page not found"));

        VoiceClonerException failure = gateway.failure(Requests.plain());

        assertThat(failure.category()).isIn(Category.UNEXPECTED_REPLY, Category.CONFIGURATION);
        assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED_ENDPOINT);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.step()).isEqualTo(step);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"the gateway's own words\"}",
                "{\"error\":null,\"message\":null}",
                "{\"error\":[{\"message\":\"x\"}]}",
                "{\"error\":{\"message\":{\"deep\":[1]},\"code\":{}}}",
                "{\"error\":{},\"success\":false}",
                "{\"message\":[\"x\"],\"code\":true}",
                "{\"base_resp\":null,\"error\":7}",
                "{}",
                "[]",
                "null",
                "",
                "{\"error\":{\"message\":\"cut"
            })
    void aShapeThatNobodyKnowsLeavesTheDecisionToTheStatus(String body) {
        assertThat(answered(Step.CLONE, 401, body).category()).isEqualTo(Category.ACCESS);
        assertThat(answered(Step.CLONE, 429, body).category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(answered(Step.CLONE, 502, body).category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(answered(Step.UPLOAD, 401, body).category()).isEqualTo(Category.ACCESS);
        assertThat(answered(Step.UPLOAD, 502, body).category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
    }

    /** As a reverse proxy in front of the gateway answers. */
    @ParameterizedTest
    @CsvSource({
        "CLONE, 401, ACCESS, false",
        "CLONE, 403, ACCESS, false",
        "CLONE, 402, QUOTA, false",
        "CLONE, 429, RATE_LIMITED, false",
        "CLONE, 500, AMBIGUOUS_OUTCOME, true",
        "CLONE, 502, AMBIGUOUS_OUTCOME, true",
        "CLONE, 503, AMBIGUOUS_OUTCOME, true",
        "CLONE, 504, AMBIGUOUS_OUTCOME, true",
        "UPLOAD, 413, INVALID_REQUEST, false",
        "UPLOAD, 502, PROVIDER_UNAVAILABLE, false",
        "UPLOAD, 504, PROVIDER_UNAVAILABLE, false"
    })
    void aStatusWithAPageOfHtmlDecidesAlone(Step step, int status, Category category, boolean voiceMayExist) {
        gateway.on(step, request -> Reply.of(status, "text/html", "<html><h1>nginx</h1></html>"));

        VoiceClonerException failure = gateway.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
    }

    private VoiceClonerException answered(Step step, int status, String body) {
        gateway.on(step, request -> Reply.of(status, "application/json", body));
        VoiceClonerException failure = gateway.failure(Requests.plain());
        assertThat(failure.step()).isEqualTo(step);
        return failure;
    }

    private VoiceClonerException answered(Step step, int status, Shape shape) {
        VoiceClonerException failure = answered(step, status, shape.body.formatted(WORDS));
        assertThat(failure.providerMessage()).contains(WORDS);
        assertThat(failure).hasMessageContaining(WORDS);
        return failure;
    }

    private static Stream<Arguments> inEveryShape(Arguments... expectations) {
        return Stream.of(expectations)
                .flatMap(expected -> Stream.of(Shape.values()).map(shape -> {
                    List<Object> all = new ArrayList<>(List.of(expected.get()));
                    all.add(shape);
                    return Arguments.of(all.toArray());
                }));
    }
}
