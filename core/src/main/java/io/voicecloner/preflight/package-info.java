/** Finds everything wrong with a request before anything is sent. */
@NullMarked
package io.voicecloner.preflight;

import org.jspecify.annotations.NullMarked;
