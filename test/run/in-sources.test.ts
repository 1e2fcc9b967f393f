import { expect, test } from 'vitest';
import type { Source } from '../../src/collect/source.js';
import { costMoney } from '../../src/run/in-sources.js';

const source = (endpoint: string | null): Source => ({ name: 'payments', region: 'us-east-1', role: null, endpoint });
const VPC_ENDPOINT = 'https://vpce-0a1b2c.xray.us-east-1.vpce.amazonaws.com';

test.each([
  ['in the job’s own X-Ray in AWS', true, [], true],
  ['in that of another region', true, [source(null)], true],
  ['in an X-Ray that is not AWS’s', false, [source(null)], false],
  ['at the endpoint of one source, whatever the job’s own', false, [source(null), source(VPC_ENDPOINT)], true],
])('whether traces cost money is known %s', (_, tracesCostMoney, sources, expected) => {
  expect(costMoney(sources, { tracesCostMoney })).toBe(expected);
});
