package io.voicecloner;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is about to be cloned, for a {@link ConsentCheck} to judge and to keep. Holds no audio, no key and no signature. Of the library only
 * the check sees it. May get more components in any release before 1.0.
 *
 * @param provider the id of the provider that would make the voice
 * @param account the account there, by the name in its settings; empty where they name none
 * @param time when this is asked, by the cloner's clock
 * @param voiceId the id that the voice would have; empty where the provider chooses it
 * @param audio the recording
 * @param promptAudio the prompt audio; empty if the request has none
 * @param reference what the request says of the consent, see {@link CloneRequest#withConsent}
 */
public record ConsentRecord(
        String provider,
        Optional<String> account,
        Instant time,
        Optional<String> voiceId,
        Audio audio,
        Optional<Audio> promptAudio,
        Optional<String> reference) {
    public ConsentRecord {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(voiceId, "voiceId");
        Objects.requireNonNull(audio, "audio");
        Objects.requireNonNull(promptAudio, "promptAudio");
        Objects.requireNonNull(reference, "reference");
    }

    /**
     * A recording. At least one of the two is there.
     *
     * @param sha256 the SHA-256 of the very bytes that would be sent, 64 lower-case hexadecimal digits; empty for a URL that only the
     *     provider reads
     * @param url where it was given as a URL, without its query, which may be a signature; empty for one that was given in another way
     */
    public record Audio(Optional<String> sha256, Optional<URI> url) {
        public Audio {
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(url, "url");
        }
    }
}
