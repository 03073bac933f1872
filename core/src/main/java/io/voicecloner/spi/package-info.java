/** What a provider, an audio host or another extension implements. */
@NullMarked
package io.voicecloner.spi;

import org.jspecify.annotations.NullMarked;
