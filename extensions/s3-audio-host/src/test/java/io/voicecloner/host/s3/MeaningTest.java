package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {
    @ParameterizedTest
    @CsvSource({
        "403, InvalidAccessKeyId, ACCESS, KEY",
        "403, SignatureDoesNotMatch, ACCESS, KEY",
        "400, ExpiredToken, ACCESS, KEY",
        "403, AccessDenied, ACCESS, PERMISSION",
        "403, '', ACCESS, PERMISSION",
        "401, Other, ACCESS, PERMISSION",
        "404, NoSuchBucket, CONFIGURATION, INVALID_SETTING",
        "400, InvalidBucketName, CONFIGURATION, INVALID_SETTING",
        "301, PermanentRedirect, CONFIGURATION, INVALID_SETTING",
        "400, AuthorizationHeaderMalformed, CONFIGURATION, INVALID_SETTING",
        "302, Other, CONFIGURATION, INVALID_SETTING",
        "302, '', CONFIGURATION, MISCONFIGURED_ENDPOINT",
        "404, '', CONFIGURATION, MISCONFIGURED_ENDPOINT",
        "403, RequestTimeTooSkewed, CONFIGURATION, INVALID_SETTING",
        "503, SlowDown, RATE_LIMITED, RATE",
        "429, '', RATE_LIMITED, RATE",
        "403, QuotaExceeded, QUOTA, PLAN",
        "400, RequestTimeout, PROVIDER_UNAVAILABLE, TIMEOUT",
        "500, InternalError, PROVIDER_UNAVAILABLE, PROVIDER_FAULT",
        "503, ServiceUnavailable, PROVIDER_UNAVAILABLE, PROVIDER_FAULT",
        "502, '', PROVIDER_UNAVAILABLE, PROVIDER_FAULT",
        "400, EntityTooLarge, UNEXPECTED_REPLY, UNLISTED_CODE"
    })
    void everyRefusalMeansOneThing(int status, String code, Category category, Reason reason) {
        Meaning meaning = Meaning.of(status, code);

        assertThat(meaning.category()).isEqualTo(category);
        assertThat(meaning.reason()).isEqualTo(reason);
        assertThat(meaning.hint()).endsWith(".");
    }
}
