/** Several cloners as one: who is asked next when one did not make the voice, and when nobody may be. */
@NullMarked
package io.voicecloner.failover;

import org.jspecify.annotations.NullMarked;
