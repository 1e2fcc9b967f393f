import { createSocket } from 'node:dgram';
import { XRayClient } from '@aws-sdk/client-xray';
import { expect, onTestFinished } from 'vitest';
import { type LocalXRay, type LocalXRaySettings, startLocalXRay } from '../../src/local/local-xray.js';

/** A local X-Ray on free ports, stopped when the test ends. */
export async function localXRay(settings: Partial<LocalXRaySettings> = {}): Promise<LocalXRay> {
  const xray = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0, ...settings });
  onTestFinished(() => xray.stop());
  return xray;
}

export function clientOf(xray: LocalXRay, { maxAttempts = 1 } = {}): XRayClient {
  const client = new XRayClient({
    endpoint: xray.apiUrl,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts,
  });
  onTestFinished(() => client.destroy());
  return client;
}

/** Sends datagrams and waits until the local X-Ray has read them all. */
export async function sendDatagrams(xray: LocalXRay, datagrams: readonly string[]): Promise<void> {
  const before = xray.counts().datagrams;
  const [address, port] = xray.daemonAddress.split(':');
  const socket = createSocket('udp4');
  for (const datagram of datagrams) {
    await new Promise<void>((sent, failed) =>
      socket.send(datagram, Number(port), address, (error) => (error ? failed(error) : sent())),
    );
  }
  socket.close();
  await expect.poll(() => xray.counts().datagrams).toBe(before + datagrams.length);
}

export function datagramOf(document: unknown): string {
  return `{"format":"json","version":1}\n${JSON.stringify(document)}`;
}

/** As the UDP exporters of AWS's OpenTelemetry distribution send spans. */
export function spansOf(exportRequest: Uint8Array): string {
  return `{"format":"json","version":1}\nT1S${Buffer.from(exportRequest).toString('base64')}`;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly [field: string]: unknown };
}

/** A bare request, as clients other than the SDK send it. */
export async function post(url: string, body?: string, headers: Record<string, string> = {}): Promise<Reply> {
  const reply = await fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Reply['body'] };
}
