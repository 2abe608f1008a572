package dev.aide.agent;

/** Writes again and again while the program runs, so that a JVM that is killed loses no more than the interval. */
final class Rewriting extends Thread {
    private final Output output;
    private final long intervalMillis;

    Rewriting(Output output, long intervalMillis) {
        super("aide-reports");
        this.output = output;
        this.intervalMillis = intervalMillis;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(intervalMillis);
                output.write();
            }
        } catch (InterruptedException e) {
            // somebody who ends all threads wants this one to end too
            Thread.currentThread().interrupt();
        }
    }
}
