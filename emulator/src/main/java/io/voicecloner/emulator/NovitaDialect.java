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
    public Refusal unknownVoice() {
        return upstream(MiniMaxRefusal.unknownVoice());
    }

    @Override
    public Refusal foreignVoice() {
        return upstream(MiniMaxRefusal.foreignVoice());
    }

    @Override
    public Refusal unreadableText() {
        return upstream(MiniMaxRefusal.unreadableText());
    }

    /**
     * A guess: no document tells the reason for what MiniMax refuses behind this provider. Its code and text are expected in the
     * message (wire-facts 2.5), and what the caller must change is the body.
     */
    private static Refusal upstream(MiniMaxRefusal told) {
        return NovitaRefusal.invalidBody(told.code() + " " + told.text());
    }

    @Override
    public Answer signed(Answer answer, String traceId) {
        return answer;
    }
}
