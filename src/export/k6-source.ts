/** What a script for k6 does beside {@link VISITOR_SOURCE}, in the JavaScript of k6. */
export const K6_IMPORTS = `import { sleep } from 'k6';
import crypto from 'k6/crypto';
import exec from 'k6/execution';
import http from 'k6/http';
`;

export const K6_SOURCE = `
function environment(name) {
  return __ENV[name];
}

function randomHex(bytes) {
  return Array.from(new Uint8Array(crypto.randomBytes(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
`;

export const K6_VISITS = `
// ---- Slots: one is a run of a scenario, step by step on each side.

export function warmUp() {
  if (exec.scenario.iterationInTest < PROGRAMME.warmUpSlots) visit(true);
}

export function slot() {
  if (exec.scenario.iterationInTest < PROGRAMME.slots) visit(false);
}

function visit(isWarmUp) {
  const scenario = drawScenario();
  const drawn = drawValues();
  const token = randomHex(6);
  // Cookies and kept values of each side's own.
  let visitors = sidesInOrder().map((side) => ({ side, values: new Map(drawn), jar: new http.CookieJar() }));
  PROGRAMME.scenarios[scenario].steps.forEach((step, i) => {
    if (visitors.length === 0) return;
    if (step.thinkMs > 0) sleep(step.thinkMs / 1000);
    visitors = visitors.filter((visitor) => {
      const agent = isWarmUp ? PROGRAMME.agents.warmUp : agentOf(visitor.side, token, scenario, i);
      return send(step, visitor, agent);
    });
  });
}

// Whether the scenario goes on after it on this side.
function send(step, visitor, agent) {
  const headers = headersOf(step, visitor.values, agent);
  if (headers === null) return false;
  const url = urlOf(visitor.side, step, visitor.values);
  // k6 puts those of the jar behind them.
  if (headers.cookie !== undefined) {
    headers.cookie = ownCookies(headers.cookie, Object.keys(visitor.jar.cookiesForURL(url))).join('; ');
  }
  const body = step.body === null ? null : render(step.body.parts, visitor.values);
  const ranges = step.expected === null ? [{ from: 200, to: 399 }] : step.expected;
  const response = http.request(step.method, url, body, {
    headers,
    jar: visitor.jar,
    redirects: 0,
    timeout: PROGRAMME.timeoutMs,
    responseType: step.keeps.some((keep) => keep.header === undefined) ? 'text' : 'none',
    responseCallback: http.expectedStatuses(...ranges.map((range) => ({ min: range.from, max: range.to }))),
    tags: { name: step.operation, side: visitor.side.side },
  });
  if (!isAnswered(response) || !isExpected(step, response.status)) return false;
  return keepFrom(step, visitor.values, url, (name) => headerOf(response, name), () => response.body);
}

// Error codes from 1400 to 1599 stand for statuses: https://grafana.com/docs/k6/latest/javascript-api/error-codes/
function isAnswered(response) {
  const code = response.error_code || 0;
  return response.status > 0 && (code === 0 || (code >= 1400 && code < 1600));
}

function headerOf(response, name) {
  const found = Object.keys(response.headers).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : response.headers[found];
}
`;
