package io.voicecloner.spi;

import io.voicecloner.SpeechRequest;
import java.util.Objects;

/**
 * A synthesis that was checked.
 *
 * @param request what the caller asked for
 * @param model the model to use
 * @param delivery how to ask for the audio
 * @param repeatsAfterLoss how often it may be sent again after its answer was lost: each time may be billed
 */
public record PreparedSpeech(SpeechRequest request, String model, SpeechDelivery delivery, int repeatsAfterLoss) {
    public PreparedSpeech {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(delivery, "delivery");
    }
}
