package dev.aide.client;

import java.nio.file.Path;
import okhttp3.CertificatePinner;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A Jetty that speaks TLS, and HTTP/2 to those who ask for it (ALPN), with a certificate of its own for two names of this host. */
final class TlsJetty implements AutoCloseable {
    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("other.localhost")
            .build();
    private final Server server = new Server();
    private final ServerConnector connector;

    TlsJetty(Handler handler) throws Exception {
        HttpConfiguration https = new HttpConfiguration();
        https.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http1 = new HttpConnectionFactory(https);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(http1.getProtocol());
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext());
        connector = new ServerConnector(
                server,
                1,
                1,
                new SslConnectionFactory(tls, alpn.getProtocol()),
                alpn,
                new HTTP2ServerConnectionFactory(https),
                http1);
        connector.setHost("localhost");
        server.addConnector(connector);
        server.setStopTimeout(0);
        server.setHandler(handler);
        server.start();
    }

    /** Serves the files of a folder, with entity tags, ranges and conditions, as Jetty does it. */
    static Handler files(Path folder) {
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.root().newResource(folder));
        files.setEtags(true);
        return files;
    }

    String url() {
        return "https://localhost:" + connector.getLocalPort();
    }

    String pin() {
        return CertificatePinner.pin(certificate.certificate());
    }

    HttpClientBuilder trusting() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return HttpClient.builder().baseUrl(url()).tls(trust.sslSocketFactory(), trust.trustManager());
    }

    int connections() {
        return connector.getConnectedEndPoints().size();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
