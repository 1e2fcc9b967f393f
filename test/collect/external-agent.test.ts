import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExternalAgent, parseExternalAgent, writeExternalAgent } from '../../src/collect/external-agent.js';

const agent: ExternalAgent = {
  runId: '6b006c36a1b2c3d4',
  workload: '0c5a2f19',
  side: 'candidate',
  slot: '17',
  scenario: 0,
  step: 1,
};

test('the user agent of a request that another engine sent tells what it was', () => {
  const text = 'xray-gate/1.4.0 run-6b006c36a1b2c3d4 workload-0c5a2f19 candidate 17/0.1';
  expect(writeExternalAgent(agent, '1.4.0')).toBe(text);
  expect(parseExternalAgent(text)).toEqual(agent);
});

test('what is written is read back', () => {
  const agents = fc.record({
    runId: fc.stringMatching(/^[0-9a-f]{16}$/),
    workload: fc.stringMatching(/^[0-9a-f]{8}$/),
    side: fc.constantFrom('baseline' as const, 'candidate' as const),
    slot: fc.stringMatching(/^[0-9a-z]{1,12}$/),
    scenario: fc.nat(999),
    step: fc.nat(999),
  });
  fc.assert(
    fc.property(agents, (written) => {
      expect(parseExternalAgent(writeExternalAgent(written, '0.1.0'))).toEqual(written);
    }),
  );
});

test.each([
  ['of warm-up', 'xray-gate-warm-up/1.4.0 run-6b006c36a1b2c3d4'],
  ['of what the gate drove itself', 'xray-gate/1.4.0 run-6b006c36a1b2c3d4'],
  ['of a browser', 'Mozilla/5.0 (X11; Linux x86_64)'],
  ['without a side', 'xray-gate/1.4.0 run-6b00 workload-0c5a2f19 17/0.1'],
  ['of a third side', 'xray-gate/1.4.0 run-6b00 workload-0c5a2f19 both 17/0.1'],
  ['without a workload', 'xray-gate/1.4.0 run-6b00 candidate 17/0.1'],
  ['without a step', 'xray-gate/1.4.0 run-6b00 workload-0c5a2f19 candidate 17/0'],
  ['with more behind it', 'xray-gate/1.4.0 run-6b00 workload-0c5a2f19 candidate 17/0.1 (proxy)'],
  ['with a slot that no script writes', 'xray-gate/1.4.0 run-6b00 workload-0c5a2f19 candidate A-7/0.1'],
  ['that is missing', ''],
])('a user agent %s is none', (_, text) => {
  expect(parseExternalAgent(text)).toBeNull();
});
