import { once } from 'node:events';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { BatchGetTracesCommand, GetTraceGraphCommand, GetTraceSummariesCommand } from '@aws-sdk/client-xray';
import AWSXRay from 'aws-xray-sdk';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LocalXRay } from '../../src/local/local-xray.js';
import { traceId } from './documents.js';
import { clientOf, localXRay } from './harness.js';

describe('the X-Ray SDK for Node', () => {
  async function shop(xray: LocalXRay): Promise<string> {
    AWSXRay.setDaemonAddress(xray.daemonAddress);
    const app = express();
    app.use(AWSXRay.express.openSegment('api'));
    app.get('/checkout/:id', (_, response) => {
      const current = AWSXRay.getSegment();
      current?.addAnnotation('version', 'v2');
      current?.addMetadata('build', { sha: 'abc1234' });
      AWSXRay.captureFunc('render', () => {});
      response.json({});
    });
    app.get('/many', (_, response) => {
      const steps = Array.from({ length: 250 }, (_, index) => AWSXRay.getSegment()?.addNewSubsegment(`step ${index}`));
      for (const step of steps) step?.close();
      response.json({});
    });
    app.use(AWSXRay.express.closeSegment());
    const server = app.listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  const header = (id: string) => ({ 'X-Amzn-Trace-Id': `Root=${id};Parent=53995c3f42cd8ad8;Sampled=1` });

  test('a request with our trace header is read back, found by its annotation, and drawn', async () => {
    const xray = await localXRay();
    const url = await shop(xray);
    const nowS = Math.floor(Date.now() / 1000);
    const id = traceId(5, nowS);
    await fetch(`${url}/checkout/42`, { headers: header(id) });
    await expect.poll(() => xray.counts().documents).toBe(1);

    const client = clientOf(xray);
    const { Traces } = await client.send(new BatchGetTracesCommand({ TraceIds: [id] }));
    const document = JSON.parse(Traces?.[0]?.Segments?.[0]?.Document ?? '');
    expect(document).toMatchObject({
      trace_id: id,
      name: 'api',
      parent_id: '53995c3f42cd8ad8',
      annotations: { version: 'v2' },
      metadata: { default: { build: { sha: 'abc1234' } } },
      subsegments: [{ name: 'render' }],
    });
    const { TraceSummaries } = await client.send(
      new GetTraceSummariesCommand({
        StartTime: new Date((nowS - 60) * 1000),
        EndTime: new Date((nowS + 60) * 1000),
        FilterExpression: 'annotation[version] = "v2" AND http.url ENDSWITH "/checkout/42" AND ok',
      }),
    );
    expect(TraceSummaries?.map(({ Id }) => Id)).toEqual([id]);
    const { Services } = await client.send(new GetTraceGraphCommand({ TraceIds: [id] }));
    expect(Services?.map(({ Name, Type }) => [Name, Type])).toEqual([
      ['api', undefined],
      ['api', 'client'],
    ]);
  });

  test('a segment that the SDK sends in pieces is put together', async () => {
    const xray = await localXRay();
    const url = await shop(xray);
    const id = traceId(6);
    await fetch(`${url}/many`, { headers: header(id) });
    const client = clientOf(xray);
    const stepsOf = async (): Promise<string[]> => {
      const { Traces } = await client.send(new BatchGetTracesCommand({ TraceIds: [id] }));
      const documents = Traces?.[0]?.Segments?.map(({ Document }) => JSON.parse(Document ?? '')) ?? [];
      const segment = documents.find(({ name }) => name === 'api');
      return segment?.subsegments?.map(({ name }: { name: string }) => name) ?? [];
    };
    await expect.poll(stepsOf).toHaveLength(250);
    expect(new Set(await stepsOf()).size).toBe(250);
    expect(xray.counts().documents).toBeGreaterThan(100);
  });

  test('polls its sampling rules and targets over TCP on the daemon port', async () => {
    const xray = await localXRay();
    AWSXRay.setDaemonAddress(xray.daemonAddress);
    const [error, rules] = await new Promise<[Error | null, SamplingRule[]]>((done) =>
      connector.fetchSamplingRules((...answer) => done(answer)),
    );
    expect(error).toBeNull();
    expect(rules.map((rule) => rule.getName())).toEqual(['Default']);
    const [targetError, targets] = await new Promise<[Error | null, Record<string, unknown>]>((done) =>
      connector.fetchTargets(rules, (...answer) => done(answer)),
    );
    expect(targetError).toBeNull();
    expect(targets).toMatchObject({ Default: { rate: 0.05, quota: 1 } });
  });
});

interface SamplingRule {
  getName(): string;
}

/** The part of the SDK that its pollers use; it has no types. */
const connector: {
  fetchSamplingRules(done: (error: Error | null, rules: SamplingRule[]) => void): void;
  fetchTargets(
    rules: readonly SamplingRule[],
    done: (error: Error | null, targets: Record<string, unknown>) => void,
  ): void;
} = createRequire(import.meta.url)('aws-xray-sdk-core/dist/lib/middleware/sampling/service_connector.js');
