import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { GateError } from '../../src/errors.js';
import type { FinishedTrace } from '../../src/local/finished-trace.js';
import { startLocalXRay } from '../../src/local/local-xray.js';
import { segment, traceId } from './documents.js';
import { datagramOf, localXRay, post, sendDatagrams } from './harness.js';

const LOOPBACK = { host: '127.0.0.1', port: 0, apiPort: 0 };
const portOf = (address: string) => Number(address.split(':').at(-1));

/** A port that something else listens on for TCP, until the test ends. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('ports', () => {
  test('the daemon listens for UDP and TCP on one number, and the API on another', async () => {
    const xray = await localXRay();
    expect(xray.daemonAddress).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(xray.apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await sendDatagrams(xray, [datagramOf(segment(1))]);
    const body = JSON.stringify({ TraceIds: [traceId(1)] });
    expect(await post(`http://${xray.daemonAddress}/Traces`, body)).toEqual(
      expect.objectContaining({ status: 200, body: (await post(`${xray.apiUrl}/Traces`, body)).body }),
    );
    expect(portOf(xray.apiUrl)).not.toBe(portOf(xray.daemonAddress));
  });

  test('a daemon port in use is an error that names the port and the remedy', async () => {
    const port = await takenPort();
    const failure = await startLocalXRay({ ...LOOPBACK, port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GateError);
    expect(failure).toMatchObject({
      message: `The local X-Ray cannot listen on port ${port}: it is already in use.`,
      remedy: expect.stringContaining('choose another port'),
    });
  });

  test('a port in use for UDP alone is an error too, and TCP is let go', async () => {
    const socket = createSocket('udp4').bind({ port: 0, address: '127.0.0.1', exclusive: true });
    onTestFinished(() => void socket.close());
    await once(socket, 'listening');
    const { port } = socket.address();
    await expect(startLocalXRay({ ...LOOPBACK, port })).rejects.toThrow(`port ${port}: it is already in use`);
    await expect(connected(port)).rejects.toThrow('ECONNREFUSED');
  });

  test('an API port in use is an error, and the daemon is let go', async () => {
    const free = await startLocalXRay(LOOPBACK);
    const port = portOf(free.daemonAddress);
    await free.stop();
    const apiPort = await takenPort();
    await expect(startLocalXRay({ ...LOOPBACK, port, apiPort })).rejects.toThrow(
      `port ${apiPort}: it is already in use`,
    );
    await expect(connected(port)).rejects.toThrow('ECONNREFUSED');
  });

  test('there is an OTLP port where one is asked for', async () => {
    expect((await localXRay()).otlpUrl).toBeNull();
    const xray = await localXRay({ otlpPort: 0 });
    expect(xray.otlpUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(new Set([xray.daemonAddress, xray.apiUrl, xray.otlpUrl].map((url) => portOf(url!))).size).toBe(3);
  });

  test('an OTLP port in use is an error, and the daemon and the API are let go', async () => {
    const free = await startLocalXRay(LOOPBACK);
    const ports = { port: portOf(free.daemonAddress), apiPort: portOf(free.apiUrl) };
    await free.stop();
    const otlpPort = await takenPort();
    await expect(startLocalXRay({ ...LOOPBACK, ...ports, otlpPort })).rejects.toThrow(
      `port ${otlpPort}: it is already in use`,
    );
    await expect(connected(ports.port)).rejects.toThrow('ECONNREFUSED');
    await expect(connected(ports.apiPort)).rejects.toThrow('ECONNREFUSED');
  });

  test('an address that is not this machine’s, or a host that nobody knows, is an error', async () => {
    await expect(startLocalXRay({ ...LOOPBACK, host: '192.0.2.1' })).rejects.toBeInstanceOf(GateError);
    await expect(startLocalXRay({ ...LOOPBACK, host: '192.0.2.1' })).rejects.toThrow('no such address');
    await expect(startLocalXRay({ ...LOOPBACK, host: 'host.invalid' })).rejects.toThrow('"host.invalid"');
    await expect(startLocalXRay({ ...LOOPBACK, host: ' ' })).rejects.toThrow('no host to listen on');
  });

  test.each(['localhost', '0.0.0.0', '::'])('a client on this machine reaches %s on the loopback', async (host) => {
    const xray = await localXRay({ host });
    expect(xray.daemonAddress).toMatch(/^127\.0\.0\.1:/);
    await sendDatagrams(xray, [datagramOf(segment(1))]);
    expect(await post(`${xray.apiUrl}/GetSamplingRules`)).toMatchObject({ status: 200 });
  });
});

describe('stopping', () => {
  test('frees the ports', async () => {
    const first = await startLocalXRay({ ...LOOPBACK, otlpPort: 0 });
    await first.stop();
    const [port, apiPort, otlpPort] = [first.daemonAddress, first.apiUrl, first.otlpUrl!].map(portOf);
    const second = await localXRay({ port: port!, apiPort: apiPort!, otlpPort: otlpPort! });
    expect([second.daemonAddress, second.otlpUrl]).toEqual([first.daemonAddress, first.otlpUrl]);
  });

  test('takes what has come before, tells of each trace, and counts what was lost', async () => {
    const told: FinishedTrace[] = [];
    const xray = await startLocalXRay({ ...LOOPBACK, onFinished: (trace) => told.push(trace) });
    const socket = createSocket('udp4');
    onTestFinished(() => void socket.close());
    const sending = Array.from({ length: 2000 }, (_, number) => {
      const datagram = datagramOf(segment(1, { trace_id: traceId(number) }));
      return new Promise((sent) => socket.send(datagram, portOf(xray.daemonAddress), '127.0.0.1', sent));
    });
    await Promise.all(sending);
    await xray.stop();
    const { datagrams, traces, lostDatagrams } = xray.counts();
    expect(told).toHaveLength(traces);
    expect(traces).toBe(datagrams);
    if (lostDatagrams !== null) expect(datagrams + lostDatagrams).toBe(2000);
  });

  test('does not wait for kept or unfinished connections', async () => {
    const xray = await startLocalXRay(LOOPBACK);
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const kept = request(`${xray.apiUrl}/GetSamplingRules`, { method: 'POST', agent }).end();
    const [response] = await once(kept, 'response');
    response.resume();
    await once(response, 'end');
    const idle = await connected(portOf(xray.daemonAddress));
    const half = request(`${xray.apiUrl}/Traces`, { method: 'POST', headers: { 'content-length': 100 } });
    half.on('error', () => {});
    half.write('{');
    await once(half, 'socket');
    const closed = once(idle, 'close');
    await xray.stop();
    await closed;
  });

  test('twice is as good as once', async () => {
    const xray = await startLocalXRay(LOOPBACK);
    await Promise.all([xray.stop(), xray.stop()]);
    await xray.stop();
  });
});

describe('counts', () => {
  test('bad datagrams are rejected by reason, and good ones between them are kept', async () => {
    const xray = await localXRay();
    await sendDatagrams(xray, [
      'nonsense',
      '{"format":"json","version":9}\n{}',
      '{"format":"json","version":1}\nT1SCgoKCAoG',
      '{"format":"json","version":1}\nT1UCgoKCAoG',
      datagramOf(segment(1)).slice(0, -10),
      '{"format":"json","version":1}\n',
      datagramOf({ ...segment(1), id: 'short' }),
      datagramOf(segment(1)),
      '{"format":"JSON","version":1}\n{"a":1}',
    ]);
    await expect.poll(() => xray.counts().rejected).toBe(8); // Spans take a moment longer.
    const { lostDatagrams, ...counts } = xray.counts();
    expect(counts).toEqual({
      datagrams: 9,
      spans: 0,
      documents: 1,
      waiting: 0,
      dropped: 0,
      rejected: 8,
      rejectedBy: {
        MissingHeader: 1,
        InvalidHeader: 1,
        InvalidOtlp: 1,
        UnsampledSpans: 1,
        JSONFormatError: 2,
        InvalidId: 1,
        MissingId: 1,
      },
      traces: 1,
      bytes: expect.any(Number),
      evictedTraces: 0,
    });
    expect(lostDatagrams).toBe(process.platform === 'linux' ? 0 : null);
  });

  test('traces beyond the limit are evicted and counted', async () => {
    const xray = await localXRay({ maxTraces: 2 });
    const ids = [1, 2, 3].map((number) => traceId(number));
    await sendDatagrams(
      xray,
      ids.map((trace_id) => datagramOf(segment(1, { trace_id }))),
    );
    expect(xray.counts()).toMatchObject({ documents: 3, traces: 2, evictedTraces: 1 });
  });

  test('traces beyond the memory are evicted and counted', async () => {
    const xray = await localXRay({ maxBytes: 1_000_000 });
    const metadata = { text: 'x'.repeat(50_000) };
    const documents = Array.from({ length: 25 }, (_, number) => segment(1, { trace_id: traceId(number), metadata }));
    await sendDatagrams(xray, documents.map(datagramOf));
    expect(xray.counts()).toMatchObject({ documents: 25, traces: 19, evictedTraces: 6 });
    expect(xray.counts().bytes).toBeLessThanOrEqual(1_000_000);
  });

  test('memory for less than a trace or two is an error', async () => {
    await expect(startLocalXRay({ ...LOOPBACK, maxBytes: 999_999 })).rejects.toThrow('999999 bytes of memory');
  });

  test('are still there when it has stopped', async () => {
    const xray = await startLocalXRay(LOOPBACK);
    await sendDatagrams(xray, [datagramOf(segment(1))]);
    const before = xray.counts();
    await xray.stop();
    expect(xray.counts()).toEqual(before);
  });

  test('a burst of a thousand datagrams arrives', async () => {
    const xray = await localXRay();
    const burst = Array.from({ length: 1000 }, (_, number) => datagramOf(segment(1, { trace_id: traceId(number) })));
    await sendDatagrams(xray, burst);
    expect(xray.counts()).toMatchObject({ datagrams: 1000, traces: 1000, rejected: 0 });
  });
});

test('each trace is announced once, when its first document arrives', async () => {
  const announced: string[] = [];
  const xray = await localXRay({ onTrace: (id) => announced.push(id) });
  await sendDatagrams(xray, [
    datagramOf(segment(1)),
    datagramOf(segment(2)),
    datagramOf(segment(1, { trace_id: traceId(2) })),
  ]);
  expect(announced).toEqual([traceId(1), traceId(2)]);
});

async function connected(port: number) {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}
