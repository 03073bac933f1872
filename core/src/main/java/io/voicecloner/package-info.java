/** The API: requests, results and errors of cloning a voice, whichever provider is configured. */
@NullMarked
package io.voicecloner;

import org.jspecify.annotations.NullMarked;
