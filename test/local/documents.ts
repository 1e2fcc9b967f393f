export const EPOCH_S = 1_795_189_814;

/** `1-6b006c36-…` with a tail of its own for each number. */
export function traceId(number: number, epochSeconds = EPOCH_S): string {
  return `1-${epochSeconds.toString(16).padStart(8, '0')}-${number.toString(16).padStart(24, '0')}`;
}

export function entityId(number: number): string {
  return number.toString(16).padStart(16, '0');
}

export interface DocumentFields {
  readonly [field: string]: unknown;
}

/** A segment document that ran for 100 ms. */
export function segment(number: number, fields: DocumentFields = {}): DocumentFields {
  return {
    trace_id: traceId(1),
    id: entityId(number),
    name: 'api',
    start_time: EPOCH_S,
    end_time: EPOCH_S + 0.1,
    ...fields,
  };
}

/** A subsegment inside a segment document, 50 ms long. */
export function subsegment(number: number, fields: DocumentFields = {}): DocumentFields {
  return { id: entityId(number), name: 'work', start_time: EPOCH_S, end_time: EPOCH_S + 0.05, ...fields };
}

/** A subsegment as a document of its own. */
export function separate(number: number, parent: number, fields: DocumentFields = {}): DocumentFields {
  const own = { trace_id: traceId(1), type: 'subsegment', parent_id: entityId(parent) };
  return { ...own, ...subsegment(number), ...fields };
}

/** api → (remote) inventory → (aws) DynamoDB table `stock`, the second segment of a service of its own. */
export function shopTrace(id = traceId(1), fields: DocumentFields = {}): DocumentFields[] {
  return [
    segment(0xa, {
      trace_id: id,
      parent_id: '53995c3f42cd8ad8',
      http: { request: { method: 'GET', url: 'http://shop/checkout/42' }, response: { status: 200 } },
      subsegments: [
        subsegment(0xb, {
          name: 'inventory',
          namespace: 'remote',
          http: { request: { method: 'GET', url: 'http://inventory/stock/42' }, response: { status: 200 } },
        }),
      ],
      ...fields,
    }),
    segment(0xc, {
      trace_id: id,
      name: 'inventory',
      parent_id: entityId(0xb),
      origin: 'AWS::ECS::Fargate',
      end_time: EPOCH_S + 0.04,
      subsegments: [
        subsegment(0xd, {
          name: 'DynamoDB',
          namespace: 'aws',
          aws: { operation: 'GetItem', table_name: 'stock', region: 'eu-west-1' },
          http: { response: { status: 200 } },
          end_time: EPOCH_S + 0.01,
        }),
      ],
    }),
  ];
}
