package io.voicecloner;

import java.util.Locale;

/** Why it happened, one step finer than {@link Category}. Constants may be added in any release. */
public enum Reason {
    /** The named provider, account or extension is not there. */
    UNKNOWN_PROVIDER,
    /** A configuration key that nobody reads. */
    UNKNOWN_SETTING,
    /** A setting that is needed is not there. */
    MISSING_SETTING,
    /** A setting is there and cannot be used. */
    INVALID_SETTING,
    /** The base URL answers, but not as this provider's API does. */
    MISCONFIGURED_ENDPOINT,

    /** Found here, before anything was sent: see {@link VoiceClonerException#violations()}. */
    VIOLATIONS,
    /** The application's own consent check said no, or failed: see {@link ConsentCheck}. */
    CONSENT,
    /** The provider refused a parameter. */
    PARAMETER,
    /** The provider refused the request by its HTTP status alone, without a code that says what is wrong with it. */
    REQUEST,
    /** The provider refused a recording. */
    AUDIO,
    /** The provider does not know the recording that was uploaded to it. */
    UNKNOWN_FILE,

    /** The API key was refused. */
    KEY,
    /** The API key was refused and belongs perhaps to another region. */
    REGION,
    /** The key is good, the account may not do this. */
    PERMISSION,

    /** The account has no money left. */
    BALANCE,
    /** The account's plan does not cover this, or its share is used up. */
    PLAN,

    /** Too many requests in a time. */
    RATE,
    /** Too many requests at once. */
    CONCURRENCY,

    /** The text or the recording going in was found unsafe. */
    INPUT_CONTENT,
    /** The speech coming out was found unsafe. */
    OUTPUT_CONTENT,

    /** Somebody's voice has this id already, or a deleted one had it. */
    DUPLICATE,
    /** This JVM is making a voice of this id at this moment. */
    IN_FLIGHT,
    /** The voice of this id belongs to somebody else. */
    FOREIGN_VOICE,
    /** There is no voice of this id (any more). */
    MISSING_VOICE,

    /** The host name did not resolve. */
    DNS,
    /** No connection came about. */
    CONNECT,
    /** No connection came about in time. */
    CONNECT_TIMEOUT,
    /** The connection could not be secured. */
    TLS,
    /** The other side's certificate is not to be trusted, or is for another name. */
    CERTIFICATE,
    /** The time allowed for one call ran out. */
    TIMEOUT,
    /** The connection broke before the answer was complete. */
    CONNECTION_LOST,
    /** The speech broke off after some of its audio was handed out: see {@link VoiceClonerException#bytesDelivered()}. */
    STREAM_INTERRUPTED,
    /** The provider reported a fault of its own. */
    PROVIDER_FAULT,
    /** The provider failed and does not say at what. */
    UNEXPLAINED,
    /** The provider failed too often of late; it is left alone for a while. */
    BREAKER_OPEN,
    /** Too many calls wait here already. */
    OVERLOADED,
    /** The rate gate that the cloner was given failed. */
    RATE_GATE,
    /** The deadline of the whole clone passed. */
    DEADLINE,

    /** The body is not JSON. */
    NOT_JSON,
    /** The body ended early or lacks required fields. */
    INCOMPLETE_REPLY,
    /** The body is larger than any honest one. */
    TOO_LARGE,
    /** The API answered with a redirect, which is never followed. */
    REDIRECT,
    /** The transport could not make sense of the answer. */
    UNREADABLE,
    /** A code that this release does not know. */
    UNLISTED_CODE,

    /** The caller cancelled, interrupted or closed. */
    CANCELED,

    /** The address is not one that may be connected to. */
    UNSAFE_URL,
    /** The address no longer serves the file. */
    EXPIRED,
    /** The body was shorter than announced. */
    INCOMPLETE,
    /** The file could not be written. */
    OUTPUT,
    /** What came is not audio. */
    NOT_AUDIO;

    /** The name in kebab case, as the command line prints it: {@code connection-lost}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
