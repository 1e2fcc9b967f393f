import { context, getOctokit } from '@actions/github';
import type { EarlierVersions } from '../baseline/choose-baseline.js';
import { describeError } from '../errors.js';
import type { CommentOutcome, Comments } from '../publish.js';
import type { DeploymentHistory } from '../world.js';

type Octokit = ReturnType<typeof getOctokit>;

const CALL_TIMEOUT_MS = 15_000;

/** A client whose every call ends in time: GitHub not answering must not hold the job up. */
function client(token: string): Octokit {
  const github = getOctokit(token);
  github.hook.wrap('request', (request, options) =>
    request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(CALL_TIMEOUT_MS) } }),
  );
  return github;
}

/** Comments under the pull request of the workflow run; without a token none are written. */
export function pullRequestComments(token: string | null): Comments {
  return {
    upsert: async (marker, body, onlyIfThere) => {
      if (token === null) return notWritten('there is no "github-token"', false);
      try {
        const github = client(token);
        const number = await pullRequestNumber(github);
        if (number === null) return notWritten('this run belongs to no pull request', false);
        return await upsert(github, number, marker, body, onlyIfThere);
      } catch (error) {
        return notWritten(refusal(error), true);
      }
    },
  };
}

function notWritten(because: string, worthAWarning: boolean): CommentOutcome {
  return { kind: 'not written', because, worthAWarning };
}

function refusal(error: unknown): string {
  const message = describeError(error);
  if (statusOf(error) !== 403) return message;
  return `${message}. The job needs "permissions: pull-requests: write"; a pull request from a fork never has it`;
}

function statusOf(error: unknown): unknown {
  return (error as { status?: unknown }).status;
}

async function upsert(
  github: Octokit,
  issue_number: number,
  marker: string,
  body: string,
  onlyIfThere: boolean,
): Promise<CommentOutcome> {
  const { owner, repo } = context.repo;
  const all = await github.paginate(github.rest.issues.listComments, { owner, repo, issue_number, per_page: 100 });
  const marked = all.filter((comment) => comment.body?.startsWith(marker));
  if (marked.length > 0) {
    const self = await ownLogin(github);
    const ours = marked.find(({ user }) => user?.login === self);
    if (ours !== undefined) {
      const { data } = await github.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body });
      return { kind: 'written', url: data.html_url };
    }
  }
  if (onlyIfThere) return notWritten('there is none to put right', false);
  const { data } = await github.rest.issues.createComment({ owner, repo, issue_number, body });
  return { kind: 'written', url: data.html_url };
}

/**
 * The login that the token's comments carry. Only GraphQL tells it for a workflow's own token, which is not allowed
 * to ask REST who it is.
 */
async function ownLogin(github: Octokit): Promise<string> {
  try {
    const { viewer } = await github.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  } catch {
    try {
      return (await github.rest.users.getAuthenticated()).data.login;
    } catch {
      return 'github-actions[bot]';
    }
  }
}

/**
 * The pull request of this run: the event's own; a merge group's, from its branch `…/pr-<number>-<sha>`; an issue
 * comment's; else the only open one of the commit. null where there is none.
 */
async function pullRequestNumber(github: Octokit): Promise<number | null> {
  const { payload } = context;
  if (payload.pull_request !== undefined) return payload.pull_request.number;
  const mergeGroup: unknown = payload.merge_group?.head_ref;
  const fromMergeGroup = typeof mergeGroup === 'string' ? /\/pr-(\d+)-/.exec(mergeGroup)?.[1] : undefined;
  if (fromMergeGroup !== undefined) return Number(fromMergeGroup);
  if (payload.issue?.pull_request !== undefined) return payload.issue.number;
  if (context.sha === undefined || context.sha === '') return null;
  const { owner, repo } = context.repo;
  const { data } = await github.rest.repos.listPullRequestsAssociatedWithCommit({
    owner,
    repo,
    commit_sha: context.sha,
  });
  return data.find(({ state }) => state === 'open')?.number ?? null;
}

/** What GitHub knows of earlier versions. What it does not tell, for whatever reason, is unknown, and said. */
export function githubHistory(token: string | null, warn: (sentence: string) => void): DeploymentHistory {
  return {
    earlierVersions: async (environment, candidateVersion) => {
      if (token === null) return { lastDeployed: null, mergeBase: null };
      const github = client(token);
      const ask = async (what: string, question: () => Promise<string | null>) => {
        try {
          return await question();
        } catch (error) {
          warn(`GitHub did not tell ${what}: ${describeError(error)}.`);
          return null;
        }
      };
      const earlier: EarlierVersions = {
        lastDeployed:
          environment === null
            ? null
            : await ask('the last deployment', () => lastDeployed(github, environment, candidateVersion)),
        mergeBase: await ask("the pull request's merge base", () => mergeBase(github)),
      };
      return earlier;
    },
  };
}

async function lastDeployed(github: Octokit, environment: string, candidateVersion: string): Promise<string | null> {
  const { owner, repo } = context.repo;
  const { data } = await github.rest.repos.listDeployments({ owner, repo, environment, per_page: 30 });
  for (const { id, sha, ref } of data) {
    if (sha === candidateVersion || ref === candidateVersion || sha === context.sha) continue;
    const statuses = await github.rest.repos.listDeploymentStatuses({ owner, repo, deployment_id: id, per_page: 10 });
    // An older deployment turns `inactive` when the next one succeeds; it has been a success before.
    if (statuses.data.some(({ state }) => state === 'success')) return sha;
  }
  return null;
}

async function mergeBase(github: Octokit): Promise<string | null> {
  const { pull_request } = context.payload;
  if (pull_request === undefined) return null;
  const [base, head] = [pull_request.base?.sha, pull_request.head?.sha];
  if (typeof base !== 'string' || typeof head !== 'string') return null;
  const { owner, repo } = context.repo;
  const { data } = await github.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}` });
  return data.merge_base_commit.sha;
}
