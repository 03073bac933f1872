/** An {@link io.voicecloner.spi.AudioInspector} made of libraries, each kept within bounds. */
@NullMarked
package io.voicecloner.audio;

import org.jspecify.annotations.NullMarked;
