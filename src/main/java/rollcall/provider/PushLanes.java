package rollcall.provider;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rollcall.job.WaitingWork;

/**
 * Sends what is due for a program in as many lanes as its provider takes calls side by side, until others wait for their
 * turn. The first lane runs in the calling thread. All lanes of a node share so many threads; where none
 * is free, a program does with fewer lanes.
 */
@Component
class PushLanes {

    private static final int MOST_THREADS = 64;

    private final PushIntake intake;
    private final PushSender sender;
    private final PushSettlement settlement;
    private final Webinars webinars;
    private final WaitingWork waiting;
    private final Duration slice;
    private final Duration patience;
    private final ThreadPoolExecutor threads;

    /** @param slice how long one program is sent for before others that wait get their turn */
    PushLanes(
            PushIntake intake,
            PushSender sender,
            PushSettlement settlement,
            PushRows rows,
            Webinars webinars,
            WaitingWork waiting,
            @Value("${rollcall.push-slice:PT5S}") Duration slice) {
        this.intake = intake;
        this.sender = sender;
        this.settlement = settlement;
        this.webinars = webinars;
        this.waiting = waiting;
        this.slice = slice;
        // What was taken in hand and is not sent by then is left to others, long before another node would take it.
        this.patience = rows.lease().dividedBy(4);
        this.threads = threads();
    }

    private static ThreadPoolExecutor threads() {
        var counted = new AtomicInteger();
        return new ThreadPoolExecutor(0, MOST_THREADS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> {
            var thread = new Thread(work, "push-lane-" + counted.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** @return whether more may be due */
    boolean send(long programId) {
        var program = new Program(programId);
        try {
            var more = program.lane();
            return program.others() || more;
        } finally {
            program.stopped.set(true);
        }
    }

    /** A program that has its turn. */
    private final class Program implements PushLane.Slice {

        private final long id;
        private long end = System.nanoTime() + slice.toNanos();
        private final Thread caller = Thread.currentThread();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger pauses = new AtomicInteger();
        private final List<Future<Boolean>> others = new ArrayList<>();
        private final Optional<Webinar> webinar;

        Program(long id) {
            this.id = id;
            this.webinar = webinars.of(id);
        }

        /** Whether it ended although more may be due. */
        boolean lane() {
            var lane = new PushLane(intake, sender, settlement, patience, this);
            while (!stopped() && !over()) {
                if (!lane.sendNext(id, together())) {
                    return false;
                }
            }
            return !stopped();
        }

        /** With nobody waiting, all lanes go on: each new turn would begin with one of them. */
        private synchronized boolean over() {
            if (System.nanoTime() - end >= 0 && !waiting.any()) {
                end = System.nanoTime() + slice.toNanos();
            }
            return System.nanoTime() - end >= 0;
        }

        private int together() {
            return webinar.map(one -> webinars.providerOf(one).together(one.event()))
                    .orElse(1);
        }

        private int sideBySide() {
            return webinar.map(one -> webinars.providerOf(one).sideBySide()).orElse(1);
        }

        @Override
        public void taken() {
            synchronized (others) {
                if (others.size() + 1 < sideBySide() && !stopped()) {
                    another();
                }
            }
        }

        private void another() {
            try {
                others.add(threads.submit(this::lane));
            } catch (RejectedExecutionException noneFree) {
                // The lanes that there are go on.
            }
        }

        @Override
        public void paused() {
            pauses.incrementAndGet();
        }

        @Override
        public int pauses() {
            return pauses.get();
        }

        @Override
        public boolean stopped() {
            return stopped.get() || caller.isInterrupted();
        }

        /** Waits for the other lanes, each of which was begun by one before it; whether one ended with more to do. */
        boolean others() {
            var more = false;
            for (int n = 0; n < begun(); n++) {
                more |= ended(n);
            }
            return more;
        }

        private int begun() {
            synchronized (others) {
                return others.size();
            }
        }

        private boolean ended(int nth) {
            try {
                Future<Boolean> other;
                synchronized (others) {
                    other = others.get(nth);
                }
                return other.get();
            } catch (InterruptedException stop) {
                caller.interrupt();
                return false;
            } catch (ExecutionException failed) {
                throw new IllegalStateException("A lane broke off.", failed.getCause());
            }
        }
    }
}
