import http from 'node:http';

const agent = new http.Agent({ keepAlive: true });

/** Another service answered with an error; `status` is what it answered. */
export class CallFailed extends Error {
  name = 'CallFailed';

  constructor(method, url, status, message) {
    super(`${method} ${url.pathname} answered ${status}: ${message}`);
    this.status = status;
  }
}

/** Calls another service with JSON and returns what it answered. */
export function call(method, address, body) {
  const url = new URL(address);
  const payload = body === undefined ? '' : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        const answer = JSON.parse(text);
        if (response.statusCode < 400) resolve(answer);
        else reject(new CallFailed(method, url, response.statusCode, answer.error));
      });
    });
    request.on('error', reject);
    request.end(payload);
  });
}
