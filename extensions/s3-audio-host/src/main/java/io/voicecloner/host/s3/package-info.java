/** An {@link io.voicecloner.spi.AudioHost} that keeps recordings in an S3-compatible bucket while a provider fetches them. */
@NullMarked
package io.voicecloner.host.s3;

import org.jspecify.annotations.NullMarked;
