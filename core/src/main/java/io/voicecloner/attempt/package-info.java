/**
 * Requests to a provider: how far each came, what is done about one that failed, and what they wait for before they are sent. The public doors
 * are {@link io.voicecloner.attempt.Attempts} and {@link io.voicecloner.attempt.CallRunner}; the table is in {@code Decisions}.
 */
@NullMarked
package io.voicecloner.attempt;

import org.jspecify.annotations.NullMarked;
