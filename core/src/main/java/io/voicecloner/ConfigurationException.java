package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The library was set up wrongly: a key, an address, a name, an extension. Nothing was sent unless the endpoint itself showed it. */
public final class ConfigurationException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(FailureReport report, @Nullable Throwable cause) {
        super(Category.CONFIGURATION, report, cause);
    }
}
