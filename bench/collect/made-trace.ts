/**
 * The documents of a trace, as text: a tree of services, each of which calls two others over HTTP, announces their
 * segments, and was 2 ms at it.
 */
export function madeTrace(traceId: string, endMs: number, segments: number, responseMs = 60): string[] {
  return Array.from({ length: segments }, (_, number) => {
    const depthS = 0.001 * depthOf(number);
    const [startS, endS] = [(endMs - responseMs) / 1000 + depthS, endMs / 1000 - depthS];
    const callees = [2 * number + 1, 2 * number + 2].filter((callee) => callee < segments);
    return JSON.stringify({
      trace_id: traceId,
      id: entityId(traceId, 2 * number),
      parent_id: number === 0 ? undefined : entityId(traceId, 2 * number - 1),
      name: `service-${number}`,
      origin: 'AWS::ECS::Fargate',
      start_time: startS,
      end_time: endS,
      service: { version: '1.7.3' },
      annotations: { version: '1.7.3' },
      metadata: { default: { requestId: traceId, greeting: 'hello'.repeat(20) } },
      aws: {
        account_id: '123456789012',
        ecs: { container: `service-${number}-${traceId.slice(-4)}` },
        xray: { sdk: 'X-Ray for Node.js', sdk_version: '3.12.0', package: 'aws-xray-sdk' },
      },
      http: {
        request: {
          method: 'GET',
          url: `http://service-${number}.internal/orders/${traceId.slice(-8)}`,
          client_ip: '::1',
        },
        response: { status: 200, content_length: 1234 },
      },
      subsegments: callees.map((callee) => ({
        id: entityId(traceId, 2 * callee - 1),
        name: `service-${callee}`,
        namespace: 'remote',
        traced: true,
        start_time: startS + 0.0005,
        end_time: endS - 0.0005,
        http: {
          request: { method: 'GET', url: `http://service-${callee}.internal/orders/${traceId.slice(-8)}` },
          response: { status: 200 },
        },
      })),
    });
  });
}

function depthOf(number: number): number {
  return Math.floor(Math.log2(number + 1));
}

function entityId(traceId: string, number: number): string {
  return traceId.slice(-12) + number.toString(16).padStart(4, '0');
}
