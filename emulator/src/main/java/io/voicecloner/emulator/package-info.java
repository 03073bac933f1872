/** A stateful HTTP server on loopback that speaks as the voice-cloning providers do. */
@NullMarked
package io.voicecloner.emulator;

import org.jspecify.annotations.NullMarked;
