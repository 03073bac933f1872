package io.voicecloner.http;

import com.squareup.moshi.Moshi;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.Failures;
import java.io.IOException;

/**
 * Whether the JSON library can read records here. In a jar that was packed from others without {@code Multi-Release} in its manifest it
 * cannot, and would say so only over the first answer: when a voice may have been made and is lost for it.
 */
final class ReadableRecords {
    private static final boolean READABLE = read();

    private ReadableRecords() {}

    /** @throws io.voicecloner.ConfigurationException if no answer could be read */
    static void require(String provider) {
        if (!READABLE) {
            throw Failures.exception(
                    FailureReport.of(
                                    Category.CONFIGURATION,
                                    Reason.INVALID_SETTING,
                                    Step.CONFIGURE,
                                    "answers could not be read by this application as it is packed")
                            .provider(provider)
                            .hint(
                                    "If its jar was put together from others, give its manifest the line \"Multi-Release: true\"."));
        }
    }

    private static boolean read() {
        try {
            BaseResp read = new Moshi.Builder().build().adapter(BaseResp.class).fromJson("{\"status_code\":1}");
            return read != null && Long.valueOf(1).equals(read.statusCode());
        } catch (IOException | RuntimeException | LinkageError | AssertionError e) {
            return false;
        }
    }
}
