package io.voicecloner.host.s3;

import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Option;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * Makes the audio host that {@code audio-host { type = s3 }} asks for: any S3-compatible bucket. An application that has no
 * configuration calls {@link #open} with the settings.
 *
 * <p>A recording is put into the bucket under a name of 192 random bits and given out as a presigned GET URL, which whoever
 * knows it can use for {@code url-lifetime} and not for HEAD. It is deleted when it is taken down or the host is closed; a bucket
 * that keeps versions keeps the old one all the same. What could not be deleted is an {@link java.io.UncheckedIOException} from
 * {@link AudioHost.Published#close} whose message names it, and after a failed upload {@code s3://BUCKET/KEY} among the orphans of
 * the failure. {@link AudioHost#close} tries once more and says nothing, unless the bucket gave no answer: that is not
 * waited for again.
 * A recording is streamed, and read twice where the endpoint is plain http.
 *
 * <p>A failing bucket is a {@link io.voicecloner.VoiceClonerException} of the step {@code PUBLISH} that carries the bucket's
 * code, message and request id. Nothing is repeated and no redirect is followed. A connection may take 5 seconds, a stalled write 20,
 * silence 30, an upload 5 minutes, a deletion 4 seconds; an interrupt ends an upload and not a deletion. Files with keys are read for
 * every request.
 *
 * <p>Opening sends nothing. The host is thread-safe, and its threads are daemons that closing ends.
 */
public final class S3AudioHostFactory implements AudioHostFactory {
    /** For {@link java.util.ServiceLoader}, and for applications that open a host themselves. */
    public S3AudioHostFactory() {}

    @Override
    public String type() {
        return "s3";
    }

    @Override
    public Set<Option> options() {
        return Options.ALL;
    }

    @Override
    public AudioHost open(Map<String, String> settings) {
        return S3AudioHost.open(new SettingsReader(settings).read(), Wire.Timeouts.USUAL, Clock.systemUTC());
    }
}
