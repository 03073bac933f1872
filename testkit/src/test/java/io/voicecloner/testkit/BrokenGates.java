package io.voicecloner.testkit;

import io.voicecloner.Rate;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Gates that break the contract, each in one way. */
final class BrokenGates {
    private BrokenGates() {}

    /** Counts over a minute: all that a minute holds may go at its beginning. */
    static final class CountsMinutes extends FairGate {
        private static final long MINUTE = Duration.ofMinutes(1).toNanos();

        CountsMinutes(Rate rate) {
            super(rate);
        }

        @Override
        long next(long free, long now) {
            return Math.max(free / MINUTE * MINUTE, now);
        }

        @Override
        long after(long turn) {
            long begun = free.values().stream().mapToLong(Long::longValue).max().orElse(0);
            return Math.max(begun, turn / MINUTE * MINUTE) + rate.interval().toNanos();
        }
    }

    /** What was not asked for before is caught up with. */
    static final class SavesUp extends FairGate {
        SavesUp(Rate rate) {
            super(rate);
        }

        @Override
        long next(long free, long now) {
            return Math.max(free, now - 5 * rate.interval().toNanos());
        }

        @Override
        public Duration reserve(String account, String operation, Duration maxWait) {
            Duration wait = super.reserve(account, operation, maxWait);
            return wait.isNegative() ? Duration.ZERO : wait;
        }
    }

    /** Who is told to come another time keeps a place. */
    static final class CountsThoseWhoLeave extends FairGate {
        CountsThoseWhoLeave(Rate rate) {
            super(rate);
        }

        @Override
        boolean takesAnyway() {
            return true;
        }
    }

    /** Tells those who come too late no more than that. */
    static final class DoesNotSayWhen extends FairGate {
        DoesNotSayWhen(Rate rate) {
            super(rate);
        }

        @Override
        public Duration reserve(String account, String operation, Duration maxWait) {
            Duration wait = super.reserve(account, operation, maxWait);
            return wait.compareTo(maxWait) > 0 ? maxWait.plusSeconds(1) : wait;
        }
    }

    static final class MixesAccounts extends FairGate {
        MixesAccounts(Rate rate) {
            super(rate);
        }

        @Override
        String turnsOf(String account, String operation) {
            return operation;
        }
    }

    static final class MixesOperations extends FairGate {
        MixesOperations(Rate rate) {
            super(rate);
        }

        @Override
        String turnsOf(String account, String operation) {
            return account;
        }
    }

    static final class HoldsOthersToo extends FairGate {
        HoldsOthersToo(Rate rate) {
            super(rate);
        }

        @Override
        String holdsOf(String account, String operation) {
            return operation;
        }
    }

    static final class BelievesTheLastHold extends FairGate {
        BelievesTheLastHold(Rate rate) {
            super(rate);
        }

        @Override
        long longer(long held, long asked) {
            return asked;
        }
    }

    static final class HoldsForSecondsAtLeast extends FairGate {
        HoldsForSecondsAtLeast(Rate rate) {
            super(rate);
        }

        @Override
        public synchronized void hold(String account, String operation, Duration pause) {
            super.hold(account, operation, pause.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : pause);
        }
    }

    static final class HasALimitAlways extends FairGate {
        HasALimitAlways(Rate rate) {
            super(rate.isLimited() ? rate : Rate.parse("1000/s").orElseThrow());
        }
    }

    static final class HoldsNobodyWithoutALimit extends FairGate {
        HoldsNobodyWithoutALimit(Rate rate) {
            super(rate);
        }

        @Override
        public synchronized void hold(String account, String operation, Duration pause) {
            if (rate.isLimited()) {
                super.hold(account, operation, pause);
            }
        }
    }

    /** Looks, and takes later what somebody else may have taken meanwhile. */
    static final class LooksBeforeItTakes extends FairGate {
        private final CyclicBarrier two = new CyclicBarrier(2);
        private final Thread alone = Thread.currentThread();

        LooksBeforeItTakes(Rate rate) {
            super(rate);
        }

        @Override
        public Duration reserve(String account, String operation, Duration maxWait) {
            if (Thread.currentThread() == alone) {
                return super.reserve(account, operation, maxWait);
            }
            String key = turnsOf(account, operation);
            long now = now();
            long turn;
            synchronized (free) {
                turn = next(free.getOrDefault(key, now), now);
            }
            awaitAnother();
            synchronized (free) {
                free.put(key, after(turn));
            }
            return Duration.ofNanos(turn - now);
        }

        private void awaitAnother() {
            try {
                two.await(100, TimeUnit.MILLISECONDS);
            } catch (Exception nobodyCame) {
                two.reset();
            }
        }
    }
}
