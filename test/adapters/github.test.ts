import { afterEach, describe, expect, it, vi } from 'vitest';
import { type LocalGitHub, type LocalGitHubOptions, startLocalGitHub } from '../../demo/local-github.js';

const MARKER = '<!-- aws-xray-performance-gate:default -->';
const SHA = 'a'.repeat(40);
const servers: LocalGitHub[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.resetModules();
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

/** The adapter as it is in a job of `demo/shop`: it reads the runner's variables when it is loaded. */
async function inJob(options: LocalGitHubOptions, payload: Record<string, unknown>) {
  const github = await startLocalGitHub(options);
  servers.push(github);
  vi.stubEnv('GITHUB_API_URL', github.url);
  vi.stubEnv('GITHUB_GRAPHQL_URL', `${github.url}/graphql`);
  vi.stubEnv('GITHUB_REPOSITORY', 'demo/shop');
  vi.stubEnv('GITHUB_SHA', SHA);
  vi.resetModules();
  const { context } = await import('@actions/github');
  context.payload = payload;
  const { pullRequestComments, githubHistory } = await import('../../src/adapters/github.js');
  return { github, comments: pullRequestComments('token'), noToken: pullRequestComments(null), githubHistory };
}

describe('the pull request of a run', () => {
  it.each([
    ["the event's own", { pull_request: { number: 12 } }, 12],
    [
      "a merge group's, from its branch",
      { merge_group: { head_ref: 'refs/heads/gh-readonly-queue/main/pr-34-abc' } },
      34,
    ],
    ["the one an issue comment's event is about", { issue: { number: 56, pull_request: {} } }, 56],
    ['the open one of the commit, after a push', {}, 78],
  ])('is %s', async (_, payload, number) => {
    const pullRequestsOfCommit = {
      [SHA]: [
        { number: 77, state: 'closed' as const },
        { number: 78, state: 'open' as const },
      ],
    };
    const { github, comments } = await inJob({ pullRequestsOfCommit }, payload);
    expect(await comments.upsert(MARKER, `${MARKER}\nhello`, false)).toMatchObject({ kind: 'written' });
    expect(github.comments).toMatchObject([{ issue: number }]);
  });

  it('is none when the commit has no open one: the log says so, without a warning', async () => {
    const { comments } = await inJob({}, { inputs: {} });
    expect(await comments.upsert(MARKER, MARKER, false)).toEqual({
      kind: 'not written',
      because: 'this run belongs to no pull request',
      worthAWarning: false,
    });
  });
});

describe('the comment', () => {
  const payload = { pull_request: { number: 7 } };
  const comment = (login: string, body: string) => ({ issue: 7, login, body });

  it.each<[string, LocalGitHubOptions]>([
    ['tells its name by GraphQL', {}],
    [
      'tells its name only by REST',
      {
        answers: { 'POST /graphql': { status: 404 }, 'GET /user': { status: 200, body: { login: 'gate-bot' } } },
        login: 'gate-bot',
      },
    ],
    [
      "does not tell its name, and is the workflow's own",
      { answers: { 'POST /graphql': { status: 403 }, 'GET /user': { status: 403 } } },
    ],
  ])('is found by marker and author when the token %s', async (_, options) => {
    const own = comment(options.login ?? 'github-actions[bot]', `${MARKER}\nold`);
    const { github, comments } = await inJob(
      { ...options, comments: [comment('eve', `${MARKER}\nmine`), own] },
      payload,
    );
    await comments.upsert(MARKER, `${MARKER}\nnew`, true);
    expect(github.comments.map(({ body }) => body)).toEqual([`${MARKER}\nmine`, `${MARKER}\nnew`]);
  });

  it('is not one that only quotes the marker', async () => {
    const { github, comments } = await inJob({ comments: [comment('github-actions[bot]', `> ${MARKER}`)] }, payload);
    await comments.upsert(MARKER, `${MARKER}\nnew`, false);
    expect(github.comments).toHaveLength(2);
  });

  it.each([
    [
      'a server error',
      { 'GET /repos/demo/shop/issues/7/comments': { status: 500, body: { message: 'Server Error' } } },
      'Server Error',
    ],
    [
      'a repository that the token cannot see',
      { 'GET /repos/demo/shop/issues/7/comments': { status: 404, body: { message: 'Not Found' } } },
      'Not Found',
    ],
  ])('is given up, with a warning, after %s', async (_, answers, message) => {
    const { comments } = await inJob({ answers }, payload);
    const outcome = await comments.upsert(MARKER, MARKER, false);
    expect(outcome).toMatchObject({
      kind: 'not written',
      worthAWarning: true,
      because: expect.stringContaining(message),
    });
  });

  it('is not tried without a token', async () => {
    const { github, noToken } = await inJob({}, payload);
    expect(await noToken.upsert(MARKER, MARKER, false)).toMatchObject({ kind: 'not written', worthAWarning: false });
    expect(github.requests).toEqual([]);
  });
});

describe('earlier versions', () => {
  const deployments = (...shas: string[]) => ({
    status: 200,
    body: shas.map((sha, i) => ({ id: i + 1, sha, ref: 'main' })),
  });
  const statuses = (...states: string[]) => ({ status: 200, body: states.map((state) => ({ state })) });
  const base = '/repos/demo/shop';

  it('are the last deployment that succeeded, other than the candidate, and the merge base', async () => {
    const answers = {
      [`GET ${base}/deployments`]: deployments('v3', 'v2', 'v1'),
      [`GET ${base}/deployments/2/statuses`]: statuses('failure'),
      [`GET ${base}/deployments/3/statuses`]: statuses('inactive', 'success'),
      [`GET ${base}/compare/base...head`]: { status: 200, body: { merge_base_commit: { sha: 'fork-point' } } },
    };
    const { githubHistory } = await inJob(
      { answers },
      { pull_request: { number: 7, base: { sha: 'base' }, head: { sha: 'head' } } },
    );
    const history = githubHistory('token', () => {});
    expect(await history.earlierVersions('production', 'v3')).toEqual({ lastDeployed: 'v1', mergeBase: 'fork-point' });
  });

  it('are unknown, with a warning that says which, when GitHub does not tell', async () => {
    const { githubHistory } = await inJob({}, {});
    const warnings: string[] = [];
    const history = githubHistory('token', (sentence) => warnings.push(sentence));
    expect(await history.earlierVersions('production', 'v3')).toEqual({ lastDeployed: null, mergeBase: null });
    expect(warnings).toEqual([expect.stringMatching(/^GitHub did not tell the last deployment: Not Found/)]);
  });

  it('are not asked for without a token', async () => {
    const { github, githubHistory } = await inJob({}, {});
    expect(await githubHistory(null, () => {}).earlierVersions('production', 'v3')).toEqual({
      lastDeployed: null,
      mergeBase: null,
    });
    expect(github.requests).toEqual([]);
  });
});
