package io.voicecloner.emulator;

/**
 * One request that names its recordings by URL. Errors have a real HTTP status (wire-facts 2.5). No trace header is documented,
 * so none is sent.
 */
final class NovitaDialect implements Dialect {

    @Override
    public boolean fetchesAudio() {
        return true;
    }

    @Override
    public Answer unknownPath(String traceId) {
        return NovitaRefusal.unknownApi().answer(traceId);
    }

    /** No reason for a wrong method is documented; an API here is method and path together. */
    @Override
    public Answer wrongMethod(String traceId, String allowed) {
        return unknownPath(traceId);
    }

    @Override
    public Refusal keyMissing() {
        return NovitaRefusal.keyMissing();
    }

    @Override
    public Refusal keyInvalid() {
        return NovitaRefusal.keyInvalid();
    }

    @Override
    public Refusal invalidRequest(String problem) {
        return NovitaRefusal.invalidBody(problem);
    }

    /** Whether a Retry-After comes with it is not documented, so none is sent. */
    @Override
    public Refusal rateLimited() {
        return NovitaRefusal.rateLimited();
    }

    @Override
    public Answer signed(Answer answer, String traceId) {
        return answer;
    }
}
