package io.voicecloner;

/**
 * Says whether a voice may be cloned: an application's own answer to whether the speaker agreed, and its place to keep a record of it.
 * Given to {@link VoiceCloners.Builder#consentCheck}. Thread-safe.
 */
@FunctionalInterface
public interface ConsentCheck {
    /**
     * Asked once for each clone at each provider that is asked for it: when everything else about the request is in order, and before anything
     * of a recording leaves this machine, be it to the provider or to an audio host. Not asked again where a request is repeated, nor by
     * {@link VoiceCloner#check}.
     *
     * <p>Called on a thread of the library's own, which is interrupted when the caller gives up or the deadline passes; what it says then is not
     * heard any more. What is thrown counts as no.
     *
     * @return whether to go on. After a no nothing is sent and no other provider is asked: an {@link InvalidRequestException} of
     *     {@link Reason#CONSENT}
     */
    boolean allows(ConsentRecord clone);
}
