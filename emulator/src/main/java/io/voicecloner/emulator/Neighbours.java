package io.voicecloner.emulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The accounts of all providers: a voice of another one is known to exist, but not this one's to speak with (code 2042, wire-facts 1.5). */
final class Neighbours {
    private final List<Account> accounts = new CopyOnWriteArrayList<>();

    void add(Account account) {
        accounts.add(account);
    }

    /** Whether any account but this one has such a voice now. */
    boolean know(String voiceId, Account account) {
        return accounts.stream().anyMatch(other -> !other.equals(account) && other.voice(voiceId) != null);
    }
}
