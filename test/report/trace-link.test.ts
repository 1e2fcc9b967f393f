import { describe, expect, test } from 'vitest';
import { traceLink } from '../../src/report/trace-link.js';

const ID = '1-69abf8c2-4e1d7b3a9c5f20618d7e4ab1';

describe('a link to a trace', () => {
  test.each([
    ['eu-central-1', 'eu-central-1.console.aws.amazon.com'],
    ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
    ['cn-northwest-1', 'cn-northwest-1.console.amazonaws.cn'],
  ])('leads to the console of %s', (region, host) => {
    expect(traceLink(region, ID)).toBe(`https://${host}/cloudwatch/home?region=${region}#xray:traces/${ID}`);
  });

  test.each([
    ['no region', null, ID],
    ['what is no region', 'evil.example/?', ID],
    ['a region with something behind it', 'eu-central-1.evil.example', ID],
    ['a region that has no console outside', 'us-iso-east-1', ID],
    ['what is no trace id', 'eu-central-1', `${ID})`],
    ['an id that is written otherwise', 'eu-central-1', ID.toUpperCase()],
    ['nothing', 'eu-central-1', ''],
  ])('is none of %s', (_, region, traceId) => {
    expect(traceLink(region, traceId)).toBeNull();
  });
});
