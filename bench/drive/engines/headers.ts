/** What the gate's driver sends with a request, for engines that are to send the same. */
export const USER_AGENT = 'xray-gate/bench';

export function headersFor(traceId: string): Record<string, string> {
  return {
    accept: '*/*',
    'user-agent': USER_AGENT,
    'x-amzn-trace-id': `Root=${traceId};Parent=0000000000000001;Sampled=1`,
    traceparent: `00-${traceId.slice(2, 10)}${traceId.slice(11)}-0000000000000001-01`,
  };
}
