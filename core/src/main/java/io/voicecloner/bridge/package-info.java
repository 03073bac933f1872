/** Brings a recording into the form its provider takes, and clears up afterwards. */
@NullMarked
package io.voicecloner.bridge;

import org.jspecify.annotations.NullMarked;
