package io.voicecloner.attempt;

import java.util.random.RandomGenerator;

/** Chance that always falls on one end. */
enum Chance implements RandomGenerator {
    LEAST {
        @Override
        public long nextLong(long bound) {
            return 0;
        }
    },
    MOST {
        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("chance without a bound");
    }
}
