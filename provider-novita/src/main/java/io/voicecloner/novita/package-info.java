/** Novita, and the dialect of its API: one request with the URL of a recording makes a voice. */
@NullMarked
package io.voicecloner.novita;

import org.jspecify.annotations.NullMarked;
