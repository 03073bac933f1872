package io.voicecloner.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Of an address, what lets somebody read the recording there and nothing else. */
class ConfidentialTest {
    @Test
    void ofASignedAddressItIsWhatTheQuerySays() {
        URI signed = URI.create("https://media.example/speech-of-somebody.mp3?Expires=900&Signature=a%2Fb+c&bare");
        assertThat(Confidential.partsOf(signed)).containsExactly("900", "a/b+c", "bare");
        assertThat(Confidential.partsOfPublished(signed)).containsExactly("900", "a/b+c", "bare");
    }

    @Test
    void ofAPublishedAddressThatIsNotSignedItIsTheNameThatNobodyCanGuess() {
        URI url = URI.create("https://media.example/audio/Zm9vYmFyYmF6cXV4.mp3");
        assertThat(Confidential.partsOfPublished(url)).containsExactly("Zm9vYmFyYmF6cXV4.mp3");
        assertThat(Confidential.partsOf(url)).containsExactly("");
    }

    @Test
    void aQueryThatCannotBeDecodedCountsAsItStands() {
        assertThat(Confidential.partsOf(URI.create("https://media.example/?s=%ff%fe")))
                .hasSize(1);
    }
}
