package dev.aide.server.agent;

import dev.aide.server.http.HttpError;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to {@code aide.jar} by its MXBean. */
public final class AideBean {
    private static final Logger LOG = LoggerFactory.getLogger(AideBean.class);
    private static final String NAME = "dev.aide:type=Aide";
    private static final String ALL_CLASSES = "**";

    private AideBean() {}

    /** What it has to say; empty where it does not run, or is of another version. */
    public static Optional<AgentState> read() {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName bean = new ObjectName(NAME);
            return server.isRegistered(bean) ? Optional.of(state(server, bean)) : Optional.empty();
        } catch (JMException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            LOG.warn("aide.jar runs here, and says nothing that this portal can read; take those of one version", e);
            return Optional.empty();
        }
    }

    private static AgentState state(MBeanServer server, ObjectName bean) throws JMException {
        List<FindingState> findings = new ArrayList<>();
        for (CompositeData finding : (CompositeData[]) server.getAttribute(bean, "TopFindings")) {
            findings.add(FindingState.of(finding));
        }
        return new AgentState(
                (String) server.getAttribute(bean, "Version"),
                (String) server.getAttribute(bean, "Scope"),
                map((TabularData) server.getAttribute(bean, "Modes")),
                (Long) server.getAttribute(bean, "Violations"),
                (Integer) server.getAttribute(bean, "Kinds"),
                findings);
    }

    /** A map of texts as MXBeans have it. */
    private static Map<String, String> map(TabularData table) {
        Map<String, String> map = new TreeMap<>();
        for (Object row : table.values()) {
            CompositeData entry = (CompositeData) row;
            map.put((String) entry.get("key"), (String) entry.get("value"));
        }
        return map;
    }

    /**
     * Switches a mode.
     *
     * @param pattern for which classes: {@code com.acme.**}; empty for all
     * @param rule for which rule or family of rules; empty for all
     * @return what came of it, in words
     * @throws HttpError 409 if it does not run here, 400 if it refuses
     */
    public static String switchMode(String pattern, String rule, String mode) {
        Object[] arguments = {pattern.isEmpty() ? ALL_CLASSES : pattern, rule, mode};
        String text = String.class.getName();
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(NAME), "setMode", arguments, new String[] {text, text, text});
        } catch (RuntimeMBeanException e) {
            throw HttpError.badRequest(e.getTargetException().getMessage());
        } catch (InstanceNotFoundException e) {
            throw HttpError.conflict("aide.jar does not run in this JVM");
        } catch (JMException e) {
            throw HttpError.conflict("this aide.jar is of another version: " + e.getMessage());
        }
    }
}
