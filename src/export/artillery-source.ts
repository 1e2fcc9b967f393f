/**
 * What a processor for Artillery does beside {@link VISITOR_SOURCE}: it sends the requests itself. Steps of Artillery's
 * own could not: they know one target and one jar of cookies, and end the whole flow where one side fails. Artillery
 * counts them all the same, as it would its own.
 */
export const ARTILLERY_IMPORTS = `import { randomBytes } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
`;

export const ARTILLERY_SOURCE = `
function environment(name) {
  return process.env[name];
}

function randomHex(bytes) {
  return randomBytes(bytes).toString('hex');
}
`;

export const ARTILLERY_VISITS = `
// ---- Slots: one is a run of a scenario, step by step on each side.

// The second request of a pair leaves when the first has ended, or after this long.
const PAIR_WAIT_MS = 1000;

// Phases that count arrivals run in one worker: the first that arrive are warm-up.
let arrived = 0;

export async function slot(context, events) {
  const number = arrived;
  arrived += 1;
  if (number >= PROGRAMME.warmUpSlots + PROGRAMME.slots) return;
  await visit(number < PROGRAMME.warmUpSlots, context._jar.constructor, events);
}

async function visit(isWarmUp, Jar, events) {
  const scenario = drawScenario();
  const drawn = drawValues();
  const token = randomHex(6);
  const { steps } = PROGRAMME.scenarios[scenario];
  // Cookies and kept values of each side's own.
  let visitors = sidesInOrder().map((side) => ({
    side,
    values: new Map(drawn),
    jar: new Jar(undefined, { rejectPublicSuffixes: false }),
  }));
  for (const [i, step] of steps.entries()) {
    if (visitors.length === 0) return;
    if (step.thinkMs > 0) await wait(step.thinkMs);
    const ask = (visitor) => {
      const agent = isWarmUp ? PROGRAMME.agents.warmUp : agentOf(visitor.side, token, scenario, i);
      return goesOn(step, visitor, agent, events);
    };
    const [first, ...others] = visitors;
    const answers = [ask(first)];
    for (const other of others) {
      await Promise.race([answers[0], wait(PAIR_WAIT_MS)]);
      answers.push(ask(other));
    }
    const goOn = await Promise.all(answers);
    visitors = visitors.filter((_, at) => goOn[at]);
  }
}

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

// Whether the scenario goes on after it on this side.
async function goesOn(step, visitor, agent, events) {
  const headers = headersOf(step, visitor.values, agent);
  if (headers === null) return failed(events, 'request_that_cannot_be_sent');
  const url = urlOf(visitor.side, step, visitor.values);
  const set = visitor.jar.getCookiesSync(url);
  if (set.length > 0) {
    const own = ownCookies(headers.cookie, set.map((cookie) => cookie.key));
    headers.cookie = [...own, ...set.map((cookie) => cookie.cookieString())].join('; ');
  }
  const body = step.body === null ? null : render(step.body.parts, visitor.values);
  const answer = await exchange(step.method, url, headers, body, events);
  if (answer.error !== undefined) return failed(events, answer.error);
  for (const set of answer.headers['set-cookie'] || []) visitor.jar.setCookieSync(set, url, { ignoreError: true });
  if (!isExpected(step, answer.status)) return step.expected === null ? false : failed(events, 'unexpected_status');
  const header = (name) => [].concat(answer.headers[name] ?? [])[0];
  return keepFrom(step, visitor.values, url, header, answer.body) || failed(events, 'nothing_to_keep');
}

function failed(events, name) {
  events.emit('error', name);
  return false;
}
`;
