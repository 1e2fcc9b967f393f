import type { JsonObject } from '../../trace/json-object.js';
import type { Ingest } from '../ingest.js';
import {
  limitedText,
  optionalNumber,
  optionalObject,
  optionalObjects,
  requiredList,
  requiredNumber,
  requiredTexts,
} from '../request-values.js';
import type { ApiSettings, Operations } from './operation.js';

export function ingestionOperations({ ingest }: ApiSettings): Operations {
  return {
    '/TraceSegments': (request) => putTraceSegments(request, ingest),
    '/TelemetryRecords': putTelemetryRecords,
  };
}

/** https://docs.aws.amazon.com/xray/latest/api/API_PutTraceSegments.html */
function putTraceSegments(request: JsonObject, ingest: Ingest): JsonObject {
  const stored = requiredTexts(request, 'TraceSegmentDocuments').map((text) => ingest.document(text));
  return {
    UnprocessedTraceSegments: stored
      .filter((each) => each.kind === 'refused')
      .map(({ id, fault, reason }) => ({ ...(id === null ? {} : { Id: id }), ErrorCode: fault, Message: reason })),
  };
}

const COUNTS = ['SegmentsReceivedCount', 'SegmentsSentCount', 'SegmentsSpilloverCount', 'SegmentsRejectedCount'];

/** https://docs.aws.amazon.com/xray/latest/api/API_PutTelemetryRecords.html; nothing reads the records back. */
function putTelemetryRecords(request: JsonObject): JsonObject {
  limitedText(request, 'EC2InstanceId', { min: 0, max: 20 });
  limitedText(request, 'Hostname', { min: 0, max: 255 });
  limitedText(request, 'ResourceARN', { min: 0, max: 500 });
  requiredList(request, 'TelemetryRecords');
  for (const record of optionalObjects(request, 'TelemetryRecords')) {
    requiredNumber(record, 'Timestamp');
    for (const count of COUNTS) optionalNumber(record, count, { whole: true });
    optionalObject(record, 'BackendConnectionErrors');
  }
  return {};
}
