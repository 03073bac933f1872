package io.voicecloner;

import java.util.OptionalLong;

/**
 * What the provider will bill for the preview, in its own counting. The fee for the clone itself is not part of it.
 *
 * @param characters billable characters of the preview text
 * @param words words of the preview text, as the provider counts them
 */
public record Usage(OptionalLong characters, OptionalLong words) {}
