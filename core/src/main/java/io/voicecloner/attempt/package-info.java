/** One request to a provider: how far it came, and running it so that the caller can always end it. */
@NullMarked
package io.voicecloner.attempt;

import org.jspecify.annotations.NullMarked;
