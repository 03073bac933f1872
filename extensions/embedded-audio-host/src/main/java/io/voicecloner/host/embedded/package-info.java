/** An {@link io.voicecloner.spi.AudioHost} inside the application's process. */
@NullMarked
package io.voicecloner.host.embedded;

import org.jspecify.annotations.NullMarked;
