package io.voicecloner.fake;

/** Takes URLs and chooses ids itself. */
public final class FakeUrlProvider extends FakeProvider {
    public FakeUrlProvider() {
        this(new FakeSession("fake-url"));
    }

    public FakeUrlProvider(FakeSession session) {
        super("fake-url", Abilities.urls(), session);
    }
}
