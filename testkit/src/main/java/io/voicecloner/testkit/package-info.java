/**
 * The rules that every provider keeps, as JUnit 5 tests. A provider's test extends
 * {@link io.voicecloner.testkit.ProviderContract} and says where its requests go; {@link io.voicecloner.testkit.EmulatorHost} is
 * one such place, and a {@link io.voicecloner.testkit.wire.WireServer} helps to build another.
 */
@NullMarked
package io.voicecloner.testkit;

import org.jspecify.annotations.NullMarked;
