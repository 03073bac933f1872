package io.voicecloner.pipeline;

import io.voicecloner.spi.PreparedAudio;
import org.jspecify.annotations.Nullable;

/**
 * The recordings of one clone.
 *
 * @param prompt null where there is none
 */
record CloneAudio(PreparedAudio recording, @Nullable PreparedAudio prompt) {}
