import { PutTraceSegmentsCommand, XRayClient } from '@aws-sdk/client-xray';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { countingSegments, segmentStoreOf, xraySegmentStore } from '../../src/adapters/xray-segment-store.js';
import { GateError } from '../../src/errors.js';
import { startLocalXRay } from '../../src/local/local-xray.js';
import { entityId, segmentDocument } from '../support/segment-builder.js';

const xray = mockClient(XRayClient);
afterEach(() => xray.reset());

const store = () => segmentStoreOf(new XRayClient({ region: 'eu-west-1' }));
const DOCUMENTS = new Map([
  ['aaaaaaaaaaaaaaaa', '{"id":"aaaaaaaaaaaaaaaa"}'],
  ['bbbbbbbbbbbbbbbb', '{"id":"bbbbbbbbbbbbbbbb"}'],
]);

function named(name: string, message = 'said no', httpStatusCode?: number): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode } });
}

describe('putting segments', () => {
  it('hands the documents over as they are', async () => {
    xray.on(PutTraceSegmentsCommand).resolves({ UnprocessedTraceSegments: [] });
    expect(await store().put(DOCUMENTS)).toEqual({ kind: 'put', refused: new Map() });
    expect(xray.commandCalls(PutTraceSegmentsCommand)[0]?.args[0].input).toEqual({
      TraceSegmentDocuments: [...DOCUMENTS.values()],
    });
  });

  it('says which were not processed, and why', async () => {
    xray.on(PutTraceSegmentsCommand).resolves({
      UnprocessedTraceSegments: [{ Id: 'bbbbbbbbbbbbbbbb', ErrorCode: 'InternalFailure', Message: 'try later' }],
    });
    expect(await store().put(DOCUMENTS)).toEqual({
      kind: 'put',
      refused: new Map([['bbbbbbbbbbbbbbbb', 'InternalFailure: try later']]),
    });
  });

  it('takes none for processed where X-Ray does not say which were not', async () => {
    xray.on(PutTraceSegmentsCommand).resolves({ UnprocessedTraceSegments: [{ ErrorCode: 'Throttled' }] });
    expect(await store().put(DOCUMENTS)).toMatchObject({
      refused: new Map([...DOCUMENTS.keys()].map((id) => [id, 'Throttled'])),
    });
  });

  it.each([
    ['ThrottledException', named('ThrottledException', 'slow down', 429)],
    ['the other spelling of throttling', named('ThrottlingException', 'Rate exceeded', 400)],
    ['a 502', named('UnknownError', 'bad gateway', 502)],
    ['a broken connection', named('TimeoutError', 'socket hang up')],
  ])('is busy, to be asked again, after %s', async (_, error) => {
    xray.on(PutTraceSegmentsCommand).rejects(error);
    expect(await store().put(DOCUMENTS)).toMatchObject({ kind: 'busy' });
  });

  it('says which permission is missing when access is denied', async () => {
    xray.on(PutTraceSegmentsCommand).rejects(named('AccessDeniedException', 'not authorized', 403));
    const refusal = store().put(DOCUMENTS);
    await expect(refusal).rejects.toBeInstanceOf(GateError);
    await expect(refusal).rejects.toMatchObject({ remedy: expect.stringContaining('xray:PutTraceSegments') });
  });
});

describe('whether segments may be put', () => {
  it('is found out without putting any', async () => {
    xray.on(PutTraceSegmentsCommand).resolves({});
    await store().assertOpen();
    expect(xray.commandCalls(PutTraceSegmentsCommand)[0]?.args[0].input).toEqual({ TraceSegmentDocuments: [] });
  });

  it('is known where X-Ray finds nothing to be too little', async () => {
    xray.on(PutTraceSegmentsCommand).rejects(named('InvalidRequestException', 'no segments', 400));
    await store().assertOpen();
  });

  it('is left open where X-Ray is busy', async () => {
    xray.on(PutTraceSegmentsCommand).rejects(named('ThrottledException', 'slow down', 429));
    await store().assertOpen();
  });

  it('names the permission that is missing', async () => {
    xray.on(PutTraceSegmentsCommand).rejects(named('AccessDeniedException', 'not authorized', 403));
    await expect(store().assertOpen()).rejects.toMatchObject({
      message: 'X-Ray denied access: not authorized.',
      remedy: expect.stringContaining('xray:PutTraceSegments'),
    });
  });
});

it('the local X-Ray takes segments, says which it does not, and has none of those that were only tried', async () => {
  xray.restore();
  const local = await startLocalXRay({ host: '127.0.0.1', port: 0, apiPort: 0 });
  onTestFinished(() => local.stop());
  const { segments, taken } = countingSegments(xraySegmentStore({ region: 'us-east-1', endpoint: local.apiUrl }));
  await segments.assertOpen();
  expect(local.counts()).toMatchObject({ documents: 0, rejected: 0 });
  const whole = JSON.stringify(segmentDocument());
  const wrong = JSON.stringify(segmentDocument({ id: entityId(2), trace_id: 'none' }));
  const put = await segments.put(
    new Map([
      [entityId(1), whole],
      [entityId(2), wrong],
    ]),
  );
  expect(put).toEqual({ kind: 'put', refused: new Map([[entityId(2), expect.stringContaining('InvalidTraceId')]]) });
  expect(local.counts()).toMatchObject({ documents: 1, rejected: 1 });
  expect(taken()).toBe(1);
});
