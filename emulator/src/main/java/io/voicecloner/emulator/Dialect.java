package io.voicecloner.emulator;

/** How a family of providers words what is no matter of a single operation. */
interface Dialect {
    /** Whether recordings are named by URL and fetched by the provider, instead of being uploaded. */
    boolean fetchesAudio();

    Answer unknownPath(String traceId);

    Answer wrongMethod(String traceId, String allowed);

    Refusal keyMissing();

    Refusal keyInvalid();

    Refusal invalidRequest(String problem);

    Refusal rateLimited();

    /** Of a synthesis with a voice that is not there, or is there no more. */
    Refusal unknownVoice();

    /** Of a synthesis with a voice of another account. */
    Refusal foreignVoice();

    /** Of a text with too many characters that cannot be read. */
    Refusal unreadableText();

    /** Adds to every answer what the dialect puts on every answer. */
    Answer signed(Answer answer, String traceId);
}
