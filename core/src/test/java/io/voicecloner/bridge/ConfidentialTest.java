package io.voicecloner.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Of an address, what lets somebody read the recording there and nothing else. */
class ConfidentialTest {
    @Test
    void ofASignedAddressItIsWhatNobodyCanGuess() {
        URI signed = URI.create(
                "https://media.example/speech-of-somebody.mp3?Expires=900&Signature=a%2Fb+cdefghijklmnop&bare&type=audio/mpeg");
        assertThat(Confidential.partsOf(signed)).containsExactly("a/b+cdefghijklmnop");
        assertThat(Confidential.partsOfPublished(signed)).containsExactly("a/b+cdefghijklmnop");
    }

    @Test
    void ofAPublishedAddressThatIsNotSignedItIsTheNameThatNobodyCanGuess() {
        URI url = URI.create("https://media.example/audio/Zm9vYmFyYmF6cXV4.mp3");
        assertThat(Confidential.partsOfPublished(url)).containsExactly("Zm9vYmFyYmF6cXV4.mp3");
        assertThat(Confidential.partsOf(url)).isEmpty();
    }

    @Test
    void aQueryThatCannotBeDecodedCountsAsItStands() {
        assertThat(Confidential.partsOf(URI.create("https://media.example/?s=%ff%fe-and-some-more")))
                .hasSize(1);
    }
}
