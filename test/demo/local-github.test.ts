import { afterEach, expect, test } from 'vitest';
import { type LocalGitHub, type LocalGitHubOptions, startLocalGitHub } from '../../demo/local-github.js';

const started: LocalGitHub[] = [];

afterEach(async () => {
  for (const github of started.splice(0)) await github.stop();
});

async function start(options?: LocalGitHubOptions): Promise<LocalGitHub> {
  const github = await startLocalGitHub(options);
  started.push(github);
  return github;
}

function ask(github: LocalGitHub, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(new URL(path, github.url), {
    method,
    headers: { authorization: 'token demo' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const COMMENTS = '/repos/demo/shop/issues/7/comments';

test('a comment is created, listed, updated and deleted', async () => {
  const github = await start();

  const created = await ask(github, 'POST', COMMENTS, { body: 'first' });
  expect(created.status).toBe(201);
  const { id } = (await created.json()) as { id: number };
  expect(github.comments).toEqual([{ id, issue: 7, login: 'github-actions[bot]', body: 'first' }]);

  expect(await (await ask(github, 'GET', COMMENTS)).json()).toMatchObject([
    { id, body: 'first', user: { login: 'github-actions[bot]', type: 'Bot' } },
  ]);
  expect(await (await ask(github, 'GET', '/repos/demo/shop/issues/8/comments')).json()).toEqual([]);

  await ask(github, 'PATCH', `/repos/demo/shop/issues/comments/${id}`, { body: 'second' });
  expect(github.comments).toMatchObject([{ id, body: 'second' }]);

  expect((await ask(github, 'DELETE', `/repos/demo/shop/issues/comments/${id}`)).status).toBe(204);
  expect(github.comments).toEqual([]);
});

test('a list comes in pages that link to each other', async () => {
  const comments = Array.from({ length: 45 }, (_, i) => ({ issue: 7, login: 'someone', body: `comment ${i}` }));
  const github = await start({ comments });

  const first = await ask(github, 'GET', `${COMMENTS}?per_page=20`);
  expect(await first.json()).toHaveLength(20);
  expect(first.headers.get('link')).toBe(
    `<${github.url}${COMMENTS}?per_page=20&page=2>; rel="next", <${github.url}${COMMENTS}?per_page=20&page=3>; rel="last"`,
  );

  const last = await ask(github, 'GET', `${COMMENTS}?per_page=20&page=3`);
  expect(await last.json()).toHaveLength(5);
  expect(last.headers.get('link')).not.toContain('rel="next"');
});

test('a list that fits one page links to nothing', async () => {
  const github = await start({ comments: [{ issue: 7, login: 'someone', body: 'hello' }] });
  expect((await ask(github, 'GET', COMMENTS)).headers.get('link')).toBeNull();
});

test('a read-only token may read and may not write', async () => {
  const github = await start({ readOnly: true, comments: [{ issue: 7, login: 'someone', body: 'hello' }] });

  expect((await ask(github, 'GET', COMMENTS)).status).toBe(200);
  const refused = await ask(github, 'POST', COMMENTS, { body: 'mine' });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ message: 'Resource not accessible by integration' });
  expect(github.comments).toHaveLength(1);
});

test('the viewer is whom the token belongs to', async () => {
  const github = await start({ login: 'gate[bot]' });
  const answer = await ask(github, 'POST', '/graphql', { query: 'query { viewer { login } }' });
  expect(await answer.json()).toEqual({ data: { viewer: { login: 'gate[bot]' } } });
});

test('a commit has its pull requests, an unknown one has none', async () => {
  const github = await start({ pullRequestsOfCommit: { abc123: [{ number: 7, state: 'open' }] } });
  expect(await (await ask(github, 'GET', '/repos/demo/shop/commits/abc123/pulls')).json()).toEqual([
    { number: 7, state: 'open' },
  ]);
  expect(await (await ask(github, 'GET', '/repos/demo/shop/commits/def456/pulls')).json()).toEqual([]);
});

test.each([
  ['nothing', {}],
  ['blanks', { body: ' ' }],
  ['65,537 characters', { body: 'x'.repeat(65_537) }],
])('a comment of %s is refused', async (_, body) => {
  const github = await start();
  expect((await ask(github, 'POST', COMMENTS, body)).status).toBe(422);
});

test('a request without a token is refused', async () => {
  const github = await start();
  expect((await fetch(`${github.url}${COMMENTS}`)).status).toBe(401);
});

test('what it was asked is kept in order', async () => {
  const github = await start();
  await ask(github, 'GET', `${COMMENTS}?per_page=100`);
  await ask(github, 'POST', COMMENTS, { body: 'hello' });
  expect(github.requests).toEqual([
    { method: 'GET', path: `${COMMENTS}?per_page=100`, authorization: 'token demo', body: null },
    { method: 'POST', path: COMMENTS, authorization: 'token demo', body: { body: 'hello' } },
  ]);
});
