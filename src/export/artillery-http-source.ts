/** How a processor for Artillery sends one request and counts it; see artillery-source.ts. */
export const ARTILLERY_HTTP = `// ---- HTTP, over connections that are kept: given up while idle before servers do, for nothing is sent twice.

const KEPT = { keepAlive: true, timeout: 4000 };
const AGENTS = { 'http:': new http.Agent(KEPT), 'https:': new https.Agent(KEPT) };

// Never rejects. Redirects are answers.
function exchange(method, url, headers, body, events) {
  return new Promise((resolve) => {
    const protocol = new URL(url).protocol;
    const startMs = performance.now();
    const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { method, agent: AGENTS[protocol], headers: { ...headers, ...length } };
    let limit;
    const end = (outcome) => {
      clearTimeout(limit);
      resolve(outcome);
    };
    const broke = (error) => end({ error: error.code || error.message });
    let request;
    try {
      request = (protocol === 'https:' ? https : http).request(url, options);
    } catch (error) {
      broke(error);
      return;
    }
    limit = setTimeout(() => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })), PROGRAMME.timeoutMs);
    events.emit('counter', 'http.requests', 1);
    events.emit('rate', 'http.request_rate');
    request.on('error', broke);
    request.on('response', (response) => {
      const tookMs = performance.now() - startMs;
      const status = response.statusCode;
      const read = [];
      response.on('data', (part) => read.push(part));
      response.on('error', broke);
      response.on('end', () => {
        const bytes = Buffer.concat(read);
        count(events, status, tookMs, bytes.length);
        end({ status, headers: response.headers, body: () => textOf(bytes, response.headers['content-encoding']) });
      });
    });
    request.end(body === null ? undefined : body);
  });
}

// As Artillery counts its own requests: https://www.artillery.io/docs/reference/reported-metrics
function count(events, status, tookMs, sizeBytes) {
  events.emit('counter', 'http.codes.' + status, 1);
  events.emit('counter', 'http.responses', 1);
  events.emit('counter', 'http.downloaded_bytes', sizeBytes);
  events.emit('histogram', 'http.response_time', tookMs);
  events.emit('histogram', 'http.response_time.' + Math.floor(status / 100) + 'xx', tookMs);
}

const DECODERS = { gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync };

// Throws where the bytes are not what they are said to be.
function textOf(bytes, coding) {
  const decode = DECODERS[String(coding).trim().toLowerCase()];
  return (decode === undefined ? bytes : decode(bytes)).toString();
}
`;
