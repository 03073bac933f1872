package io.voicecloner;

/** What is copied field by field, so that none can be forgotten. The copies share what the fields hold. */
abstract class Copyable implements Cloneable {
    @Override
    protected Copyable clone() {
        try {
            return (Copyable) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("it says that it can be cloned", e);
        }
    }
}
