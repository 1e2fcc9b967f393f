import type { Resource } from './resource.js';
import { isAwsSdkCall, type Span, textOf } from './span.js';

export interface Identity {
  readonly name: string;
  /** `aws`, `remote`, or undefined for what is neither. */
  readonly namespace: string | undefined;
}

/**
 * The name and namespace of a span's segment: X-Ray names segments after services, spans are named after what is done.
 * The order is that of `MakeSegment` in the collector's X-Ray exporter, with today's attribute names after the old ones.
 */
export function identityOf(span: Span, resource: Resource): Identity {
  const { attributes, kind } = span;
  const chosen = remoteService(span) || localService(span) || textOf(attributes, 'peer.service', 'service.peer.name');
  const awsService = chosen === '' ? textOf(attributes, 'aws.service') : '';
  const isAws = isAwsSdkCall(span) || (chosen === '' && attributes.has('aws.service'));
  return {
    name:
      chosen ||
      awsService ||
      databaseName(span) ||
      (standsForService(span) ? resource.serviceName : '') ||
      textOf(attributes, 'rpc.service', 'http.host', 'net.peer.name', 'server.address') ||
      allowedName(span.name),
    namespace: isAws ? 'aws' : kind === 'client' || kind === 'producer' ? 'remote' : undefined,
  };
}

export function isLocalRoot({ attributes }: Span): boolean {
  return attributes.get('aws.span.kind') === 'LOCAL_ROOT';
}

/** `aws.remote.service`, without what the ADOT SDKs write in front of the names of AWS services. */
export function remoteService(span: Span): string {
  if (span.kind !== 'client' && span.kind !== 'producer' && span.kind !== 'consumer') return '';
  const name = textOf(span.attributes, 'aws.remote.service');
  return isAwsSdkCall(span) ? name.replace(/^(AWS\.SDK\.|AWS::)/, '') : name;
}

function localService(span: Span): string {
  const named = standsForService(span) || (span.kind === 'internal' && isLocalRoot(span));
  return named ? textOf(span.attributes, 'aws.local.service') : '';
}

function standsForService(span: Span): boolean {
  return span.kind === 'server' || (span.kind === 'consumer' && isLocalRoot(span));
}

/** `orders@db.example.com`, or empty where the span is no call to a database. */
function databaseName(span: Span): string {
  const { attributes } = span;
  const database = textOf(attributes, 'db.name');
  if (database !== '') return atHost(database, hostOf(textOf(attributes, 'db.connection_string')));
  // An AWS SDK writes the table of DynamoDB here; the call stays one to DynamoDB, as with the X-Ray SDKs.
  const namespace = isAwsSdkCall(span) ? '' : textOf(attributes, 'db.namespace');
  return namespace === '' ? '' : atHost(namespace, textOf(attributes, 'server.address'));
}

function atHost(database: string, host: string): string {
  return host === '' ? database : `${database}@${host}`;
}

function hostOf(connectionString: string): string {
  const url = connectionString.replace(/^jdbc:/, '');
  return URL.canParse(url) ? new URL(url).hostname : '';
}

const MAX_NAME_LENGTH = 200;

/** https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html#api-segmentdocuments-fields, `name` */
function allowedName(name: string): string {
  return name.replace(/[^ 0-9\p{L}_.:/%&#=+\-@]/gu, '').slice(0, MAX_NAME_LENGTH) || 'span';
}
