import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface LocalGitHubOptions {
  /** Answers every write with 403, as GitHub does to the token of a fork's pull request. */
  readonly readOnly?: boolean;
  /** Who the token belongs to: the author of the comments that it writes. */
  readonly login?: string;
  /** Comments that are there already. */
  readonly comments?: readonly { readonly issue: number; readonly login: string; readonly body: string }[];
  /** The pull requests that hold a commit, by sha. */
  readonly pullRequestsOfCommit?: Readonly<Record<string, readonly PullRequest[]>>;
  /** What else is answered, by method and path without query: `GET /repos/demo/shop/deployments`. */
  readonly answers?: Readonly<Record<string, Answer>>;
}

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
}

export interface IssueComment {
  readonly id: number;
  readonly issue: number;
  readonly login: string;
  readonly body: string;
}

export interface ReceivedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string | null;
  /** Parsed JSON; null where there was no body. */
  readonly body: unknown;
}

export interface LocalGitHub {
  /** Stands for https://api.github.com; GraphQL is at `/graphql` below it. */
  readonly url: string;
  /** Every comment as it is now, oldest first. */
  readonly comments: readonly IssueComment[];
  /** Everything that was asked, in order. */
  readonly requests: readonly ReceivedRequest[];
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const NOT_FOUND: Answer = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' },
};
const FORBIDDEN: Answer = {
  status: 403,
  body: { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com/rest' },
};
const UNAUTHORIZED: Answer = { status: 401, body: { message: 'Requires authentication' } };

const LONGEST_COMMENT = 65_536;

/**
 * A GitHub API on a free port of 127.0.0.1, with as much as keeping one comment on a pull request takes: comments
 * listed in pages, created, updated and deleted; the pull requests of a commit; `viewer { login }`.
 * Any repository exists. Like GitHub it refuses a request without a token, and a comment that is empty or too long.
 */
export async function startLocalGitHub(options: LocalGitHubOptions = {}): Promise<LocalGitHub> {
  const login = options.login ?? 'github-actions[bot]';
  const requests: ReceivedRequest[] = [];
  const comments: IssueComment[] = (options.comments ?? []).map((comment, index) => ({ ...comment, id: index + 1 }));
  let lastId = comments.length;
  let url = '';

  function answer(request: ReceivedRequest): Answer {
    const asked = new URL(request.path, url);
    const route = `${request.method} ${asked.pathname}`;
    if (request.authorization === null) return UNAUTHORIZED;
    const given = options.answers?.[route];
    if (given !== undefined) return given;
    if (route === 'POST /graphql') return { status: 200, body: { data: { viewer: { login } } } };
    if (request.method !== 'GET' && options.readOnly === true) return FORBIDDEN;

    const ofIssue = /^(\w+) \/repos\/[^/]+\/[^/]+\/issues\/(\d+)\/comments$/.exec(route);
    const single = /^(\w+) \/repos\/[^/]+\/[^/]+\/issues\/comments\/(\d+)$/.exec(route);
    const ofCommit = /^GET \/repos\/[^/]+\/[^/]+\/commits\/(\w+)\/pulls$/.exec(route);
    if (ofIssue?.[1] === 'GET') {
      const found = comments.filter((comment) => comment.issue === Number(ofIssue[2]));
      return page(found.map(asGitHub), asked);
    }
    if (ofIssue?.[1] === 'POST') {
      const body = commentBody(request.body);
      if (body === null) return unprocessable();
      lastId += 1;
      const comment = { id: lastId, issue: Number(ofIssue[2]), login, body };
      comments.push(comment);
      return { status: 201, body: asGitHub(comment) };
    }
    if (single !== null) {
      const index = comments.findIndex((comment) => comment.id === Number(single[2]));
      const comment = comments[index];
      if (comment === undefined) return NOT_FOUND;
      if (single[1] === 'GET') return { status: 200, body: asGitHub(comment) };
      if (single[1] === 'DELETE') {
        comments.splice(index, 1);
        return { status: 204 };
      }
      if (single[1] === 'PATCH') {
        const body = commentBody(request.body);
        if (body === null) return unprocessable();
        const updated = { ...comment, body };
        comments[index] = updated;
        return { status: 200, body: asGitHub(updated) };
      }
    }
    if (ofCommit !== null) {
      return page(options.pullRequestsOfCommit?.[ofCommit[1] ?? ''] ?? [], asked);
    }
    return NOT_FOUND;
  }

  function asGitHub({ id, issue, login: author, body }: IssueComment): unknown {
    return {
      id,
      body,
      user: { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
      html_url: `${url}/demo/shop/pull/${issue}#issuecomment-${id}`,
    };
  }

  const server = createServer(async (incoming, response) => {
    const received = await read(incoming);
    requests.push(received);
    send(response, answer(received));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    comments,
    requests,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

async function read(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const body = await text(incoming);
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    authorization: incoming.headers.authorization ?? null,
    body: body === '' ? null : JSON.parse(body),
  };
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** One page of a list, with the `Link` header by which a client finds the others. */
function page(list: readonly unknown[], asked: URL): Answer {
  const size = Math.min(Math.max(Number(asked.searchParams.get('per_page') ?? 30), 1), 100);
  const number = Math.max(Number(asked.searchParams.get('page') ?? 1), 1);
  const last = Math.max(Math.ceil(list.length / size), 1);
  const links: string[] = [];
  const link = (to: number, rel: string) => {
    const target = new URL(asked);
    target.searchParams.set('page', String(to));
    links.push(`<${target.href}>; rel="${rel}"`);
  };
  if (number > 1) {
    link(1, 'first');
    link(number - 1, 'prev');
  }
  if (number < last) {
    link(number + 1, 'next');
    link(last, 'last');
  }
  return {
    status: 200,
    body: list.slice((number - 1) * size, number * size),
    ...(links.length > 0 && { headers: { link: links.join(', ') } }),
  };
}

function commentBody(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('body' in body)) return null;
  const written = body.body;
  return typeof written === 'string' && written.trim() !== '' && written.length <= LONGEST_COMMENT ? written : null;
}

function unprocessable(): Answer {
  return {
    status: 422,
    body: { message: 'Validation Failed', errors: [{ resource: 'IssueComment', code: 'invalid', field: 'body' }] },
  };
}
