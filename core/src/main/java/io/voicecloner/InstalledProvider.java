package io.voicecloner;

/**
 * A provider on the class path or module path.
 *
 * @param id the name that configuration uses
 * @param capabilities what it can do with default settings
 */
public record InstalledProvider(String id, Capabilities capabilities) {}
