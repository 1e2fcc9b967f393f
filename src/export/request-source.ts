/** How a script for another engine puts its requests together, in the JavaScript of all engines; see visitor-source.ts. */
export const REQUEST_SOURCE = String.raw`// ---- How requests are put together.

const WRITE = {
  text: asText,
  link: asText,
  path: (value) => encodeURIComponent(asText(value).replace(LONE_SURROGATE, '\uFFFD')),
  query: (value) => encodeURIComponent(asText(value)).replace(/'/g, '%27'),
  form: (value) => encodeURIComponent(asText(value)).replace(/[!'()~]/g, percentEncoded).replace(/%20/g, '+'),
  json: (value) => JSON.stringify(value),
  'json text': (value) => JSON.stringify(asText(value)).slice(1, -1),
};

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function asText(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function percentEncoded(character) {
  return '%' + character.charCodeAt(0).toString(16).toUpperCase();
}

function render(parts, values) {
  return parts
    .map((part) => (typeof part === 'string' ? part : WRITE[part.as](valueAt(values.get(part.name), part.path))))
    .join('');
}

// What a path leads to within a value; undefined where there is nothing.
function valueAt(value, path) {
  return path.reduce(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.prototype.hasOwnProperty.call(found, name)
        ? found[name]
        : undefined,
    value,
  );
}

function urlOf(side, step, values) {
  if (step.path[0].as === 'link') return side.origin + render(step.path, values);
  const path = side.base + render(step.path, values);
  const query = path.indexOf('?');
  const end = query < 0 ? path.length : query;
  return side.origin + withoutDots(path.slice(0, end)) + path.slice(end).replace(/^\?$/, '');
}

// A value may be "." or "..": steps within a path, in URLs.
function withoutDots(path) {
  const segments = path.split('/').slice(1);
  const kept = [];
  segments.forEach((segment, i) => {
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if (/^\.\.?$/.test(segment) && i === segments.length - 1) kept.push('');
  });
  return '/' + kept.join('/');
}

// Whether a value makes a path lead to another place than its step's.
function leadsElsewhere(parts, values) {
  if (!parts.some((part) => part.as === 'path')) return false;
  const path = render(parts, values).split(/[?#]/, 1)[0];
  return path.split('/').some((segment) => segment === '.' || segment === '..');
}

// Names in lower case; null where a value makes the request one that cannot be sent.
function headersOf(step, values, agent) {
  if (leadsElsewhere(step.path, values)) return null;
  const headers = { accept: '*/*' };
  if (step.body !== null) headers['content-type'] = step.body.type;
  for (const [name, parts] of step.headers) {
    headers[name] = render(parts, values);
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(headers[name])) return null;
  }
  headers['user-agent'] = agent;
  return Object.assign(headers, traceHeaders());
}

// The cookies of a step's own header, without those of these names: what an answer set goes before them.
function ownCookies(header, names) {
  const cookies = (header || '').split(';').map((cookie) => cookie.trim());
  return cookies.filter((cookie) => cookie !== '' && !names.includes(cookie.split('=', 1)[0].trim()));
}

// Ids of X-Ray's form, by which the gate finds the trace, in X-Ray's header and in W3C's.
function traceHeaders() {
  const epoch = Math.floor(Date.now() / 1000).toString(16).padStart(8, '0');
  const random = randomHex(12);
  const drawn = randomHex(8);
  const parent = /^0+$/.test(drawn) ? '0000000000000001' : drawn;
  return {
    'x-amzn-trace-id': 'Root=1-' + epoch + '-' + random + ';Parent=' + parent + ';Sampled=1',
    traceparent: '00-' + epoch + random + '-' + parent + '-01',
  };
}

function agentOf(side, slot, scenario, step) {
  return PROGRAMME.agents.measured + ' ' + side.side + ' ' + slot + '/' + scenario + '.' + step;
}
`;
