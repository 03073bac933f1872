package io.voicecloner.config;

import io.voicecloner.spi.Option;
import java.util.List;

/** The settings every provider's block takes, whatever its provider declares. */
final class CommonOptions {
    static final String ACCOUNT = "account";
    static final String CONNECT_TIMEOUT = "connect-timeout";
    static final String READ_TIMEOUT = "read-timeout";
    static final String WRITE_TIMEOUT = "write-timeout";
    static final String CALL_TIMEOUT = "call-timeout";
    static final String DEADLINE = "deadline";
    static final String MAX_AUDIO_SIZE = "max-audio-size";
    static final String VOICE_ID_PREFIX = "voice-id-prefix";

    static final String DURATION_CHECK = "duration-check";
    static final String HTTP_PROXY = "http-proxy";
    static final String PREVIEW_HOSTS = "preview-hosts";
    static final String ATTEMPTS = "attempts";
    static final String RATE = "rate";
    static final String ON_AMBIGUITY = "on-ambiguity";

    static final String RETRY_AMBIGUOUS_SPEECH = "retry-ambiguous-speech";

    static final List<Option> ALL = List.of(
            Option.of(ACCOUNT, Option.Type.TEXT, "The account's name in the references of voices."),
            Option.of(CONNECT_TIMEOUT, Option.Type.DURATION, "How long one connection attempt may take.")
                    .byDefault("5s"),
            Option.of(READ_TIMEOUT, Option.Type.DURATION, "How long the provider may stay silent.")
                    .byDefault("150s"),
            Option.of(WRITE_TIMEOUT, Option.Type.DURATION, "How long one stalled write may take.")
                    .byDefault("20s"),
            Option.of(CALL_TIMEOUT, Option.Type.DURATION, "How long one request may take in all, but for speech.")
                    .byDefault("5m"),
            Option.of(DEADLINE, Option.Type.DURATION, "How long a whole clone or synthesis may take.")
                    .byDefault("10m"),
            Option.of(MAX_AUDIO_SIZE, Option.Type.SIZE, "The largest recording to send.")
                    .byDefault("20MiB"),
            Option.of(VOICE_ID_PREFIX, Option.Type.TEXT, "How voice ids made by the library begin.")
                    .byDefault("vc-"),
            Option.of(
                            DURATION_CHECK,
                            Option.Type.TEXT,
                            "How strictly the length of a recording is held to the provider's limits: tolerant, strict or off.")
                    .byDefault("tolerant"),
            Option.of(HTTP_PROXY, Option.Type.TEXT, "The proxy to the provider's API, as host:port.")
                    .byDefault("what the JVM is set to"),
            Option.of(
                            PREVIEW_HOSTS,
                            Option.Type.TEXT,
                            "The hosts previews are fetched from, in a list or between commas: cdn.example, *.cdn.example, cdn.example:8443.")
                    .byDefault("every public host, at port 443"),
            Option.of(ATTEMPTS, Option.Type.INTEGER, "How often one request may be sent in all, 1 to 10.")
                    .byDefault("3")
                    .shaped("[1-9]|10", "must be a whole number from 1 to 10"),
            Option.of(
                            RATE,
                            Option.Type.TEXT,
                            "How fast voices are asked for, and speech beside them: 1/s, 60/m or unlimited.")
                    .byDefault("1/s"),
            Option.of(
                            ON_AMBIGUITY,
                            Option.Type.TEXT,
                            "What to do when nobody knows whether a voice was made: reconcile or fail.")
                    .byDefault("reconcile for ids made here, fail for ids of yours")
                    .shaped("reconcile|fail", "must be reconcile or fail"),
            Option.of(
                            RETRY_AMBIGUOUS_SPEECH,
                            Option.Type.BOOLEAN,
                            "Whether a text is spoken once more after its answer was lost; it may be billed twice.")
                    .byDefault("true"));

    private CommonOptions() {}
}
