package io.voicecloner;

import java.util.OptionalInt;

/**
 * The provider's check of the content of a clone that succeeded.
 *
 * @param flagged whether the provider found something
 * @param type the provider's number for what it found; empty where it gave none
 * @param description that number in words
 */
public record SafetyVerdict(boolean flagged, OptionalInt type, String description) {}
