package dev.aide.agent.jmx;

import dev.aide.agent.start.ProgramStart;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** Registers the MBean, once {@code main} has begun and somebody else has made the platform's MBean server. */
final class Registration extends Thread {
    private static final String NAME = "dev.aide:type=Aide";
    private static final String OF_PLATFORM = "java.lang:type=Runtime";
    private static final long POLL_MILLIS = 100;

    private final AideBean bean;
    private final ProgramStart start;

    Registration(AideBean bean, ProgramStart start) {
        super("aide-jmx");
        this.bean = bean;
        this.start = start;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!start.hasBegun() || !isPlatformServerThere()) {
                Thread.sleep(POLL_MILLIS);
            }
            ManagementFactory.getPlatformMBeanServer().registerMBean(bean, new ObjectName(NAME));
        } catch (JMException | RuntimeException | LinkageError e) {
            // a program without this MBean is held all the same
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPlatformServerThere() throws JMException {
        for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
            if (server.isRegistered(new ObjectName(OF_PLATFORM))) {
                return true;
            }
        }
        return false;
    }
}
