package dev.parley.callcontrol.adapter.sip;

import gov.nist.core.net.DefaultNetworkLayer;
import gov.nist.core.net.NetworkLayer;
import gov.nist.javax.sip.SipStackImpl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * The stack's sockets, but for TCP that sends at once.
 *
 * <p>The stack leaves Nagle's algorithm on (RFC 896): a 200 soon after a 100 then waits for the acknowledgement of the
 * 100, which the other side holds back for up to 40 ms. The stack makes this class by its name.
 */
public final class UndelayedNetwork implements NetworkLayer {
    private final NetworkLayer sockets = DefaultNetworkLayer.SINGLETON;

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return new UndelayedServerSocket(port, backlog, address);
    }

    @Override
    public Socket createSocket(InetAddress address, int port) throws IOException {
        return undelayed(sockets.createSocket(address, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local) throws IOException {
        return undelayed(sockets.createSocket(address, port, local));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) throws IOException {
        return undelayed(sockets.createSocket(address, port, local, localPort));
    }

    @Override
    public SSLServerSocket createSSLServerSocket(int port, int backlog, InetAddress address) throws IOException {
        return sockets.createSSLServerSocket(port, backlog, address);
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port) throws IOException {
        return undelayed(sockets.createSSLSocket(address, port));
    }

    @Override
    public SSLSocket createSSLSocket(InetAddress address, int port, InetAddress local) throws IOException {
        return undelayed(sockets.createSSLSocket(address, port, local));
    }

    @Override
    public DatagramSocket createDatagramSocket() throws SocketException {
        return sockets.createDatagramSocket();
    }

    @Override
    public DatagramSocket createDatagramSocket(int port, InetAddress local) throws SocketException {
        return sockets.createDatagramSocket(port, local);
    }

    @Override
    public void setSipStack(SipStackImpl stack) {
        sockets.setSipStack(stack);
    }

    private static <S extends Socket> S undelayed(S socket) throws SocketException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static final class UndelayedServerSocket extends ServerSocket {
        UndelayedServerSocket(int port, int backlog, InetAddress address) throws IOException {
            super(port, backlog, address);
        }

        @Override
        public Socket accept() throws IOException {
            return undelayed(super.accept());
        }
    }
}
