package io.voicecloner.failover;

import io.voicecloner.VoiceCloner;
import io.voicecloner.config.Configured;
import io.voicecloner.pipeline.ClonePipeline;
import io.voicecloner.pipeline.Instruments;
import io.voicecloner.pipeline.OpenAudioHost;
import io.voicecloner.spi.AudioHost;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens what a configuration comes to: one cloner, or several as one. */
public final class Opening {
    private Opening() {}

    /**
     * Opens them; if one cannot be opened, none stays open.
     *
     * @param givenHost publishes local recordings instead of the configured host; stays the caller's to close
     */
    public static VoiceCloner all(Configured configured, @Nullable AudioHost givenHost, Instruments around) {
        if (configured.fallbacks().isEmpty()) {
            return ClonePipeline.open(configured, givenHost, around);
        }
        // One host for all: two could not listen at one address.
        OpenAudioHost host = OpenAudioHost.of(givenHost, configured.audioHost());
        List<ClonePipeline> opened = new ArrayList<>();
        try {
            opened.add(ClonePipeline.open(configured, host.orNull(), around));
            for (Configured fallback : configured.fallbacks()) {
                opened.add(ClonePipeline.open(fallback, host.orNull(), around));
            }
            return new FailoverCloner(
                    opened, configured.failoverOn(), opened.get(0).deadline(), around, host);
        } catch (RuntimeException e) {
            opened.forEach(ClonePipeline::close);
            host.close();
            throw e;
        }
    }
}
