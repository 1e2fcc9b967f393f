import http from 'node:http';

/**
 * Listens on 127.0.0.1 (PORT, or any free port), tells the parent process `{ service, url }`, and ends on SIGTERM,
 * on SIGINT or when the parent is gone. Started by hand, it writes the address to stdout as a line of JSON.
 */
export function announce(service, requestListener) {
  const server = http.createServer(requestListener);
  // Longer than any pause between requests: a connection closed under a client's feet would look like a fault.
  server.keepAliveTimeout = 75_000;

  server.on('error', (error) => {
    console.error(`${service} cannot listen: ${error.message}. Set PORT to a free port, or leave it unset.`);
    process.exit(1);
  });
  server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
    const address = { service, url: `http://127.0.0.1:${server.address().port}` };
    if (process.send === undefined) console.log(JSON.stringify(address));
    else process.send(address);
  });

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 2000).unref();
  };
  for (const reason of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(reason, stop);
}
