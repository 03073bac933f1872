package io.voicecloner.fake;

/** Takes files and ids of the caller's choice. */
public final class FakeFileProvider extends FakeProvider {
    public FakeFileProvider() {
        this(new FakeSession("fake-file"));
    }

    public FakeFileProvider(FakeSession session) {
        super("fake-file", Abilities.files(), session);
    }
}
