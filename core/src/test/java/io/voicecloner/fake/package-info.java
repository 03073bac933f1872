/** Providers, audio hosts and recordings that exist only for core's own tests. */
@NullMarked
package io.voicecloner.fake;

import org.jspecify.annotations.NullMarked;
