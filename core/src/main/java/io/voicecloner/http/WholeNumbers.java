package io.voicecloner.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads 64-bit numbers digit by digit, quoted or not. As Moshi's own reader does, but for numbers of a million digits, over which that one
 * would sit for a quarter of a minute.
 */
final class WholeNumbers extends JsonAdapter<Long> {
    /** More than any 64-bit number takes, in whatever notation. */
    private static final int LONGEST = 64;

    @Override
    public @Nullable Long fromJson(JsonReader reader) throws IOException {
        String digits = reader.nextString();
        try {
            if (digits.length() <= LONGEST) {
                return new BigDecimal(digits).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Not whole, too large, or no number: all of that is said below.
        }
        throw new JsonDataException("no whole number of 64 bits at " + reader.getPath());
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Long value) throws IOException {
        writer.value(value);
    }
}
