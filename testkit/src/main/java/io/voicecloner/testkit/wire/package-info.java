/** A scripted server on loopback, and what it received: for tests that pin a provider's requests and play it any answer. */
@NullMarked
package io.voicecloner.testkit.wire;

import org.jspecify.annotations.NullMarked;
