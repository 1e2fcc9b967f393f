import { writeProfile } from './baseline/saved-profile.js';
import type { GateError } from './errors.js';
import type { Settings } from './inputs.js';
import { causeSentences } from './report/causes.js';
import { failureMarkdown } from './report/failure.js';
import { headline } from './report/headline.js';
import { reportHtml } from './report/html.js';
import { reportJson } from './report/json.js';
import { reportMarkdown } from './report/markdown.js';
import type { Report } from './report/report.js';
import { requestLog, type SentTraffic } from './request-log.js';
import { type SavedRun, writeRun } from './saved-run.js';
import type { Profile } from './trace/profile.js';
import type { Files } from './world.js';

/** The pull request that the run belongs to, as far as comments go. */
export interface Comments {
  /** Updates the comment that carries `marker` and is our own, else creates one. Never throws. */
  readonly upsert: (marker: string, body: string, onlyIfThere: boolean) => Promise<CommentOutcome>;
}

export type CommentOutcome =
  | { readonly kind: 'written'; readonly url: string }
  /** No pull request, no permission, GitHub not reachable: a warning at most, never the gate's failure. */
  | { readonly kind: 'not written'; readonly because: string; readonly worthAWarning: boolean };

export interface PublishedFiles {
  readonly folder: string;
  readonly comment: string;
  readonly page: string;
  readonly result: string;
}

/** Saves the profile where the input `save-profile` says, if it does. */
export async function saveProfile(profile: Profile, settings: Settings, files: Files): Promise<void> {
  if (settings.saveProfilePath !== null) await files.write(settings.saveProfilePath, writeProfile(profile));
}

/** Writes `comment.md`, `report.html` and `result.json` into a folder. */
export async function writeReport(report: Report, folder: string, files: Files): Promise<PublishedFiles> {
  const at = (name: string) => `${folder.replace(/\/+$/, '')}/${name}`;
  const published = { folder, comment: at('comment.md'), page: at('report.html'), result: at('result.json') };
  await files.write(published.comment, reportMarkdown(report));
  await files.write(published.page, reportHtml(report));
  await files.write(published.result, reportJson(report));
  return published;
}

/** Writes `run.json`: all that the verdict depends on, for `xray-gate compare --run`. */
export async function saveRun(run: SavedRun | null, folder: string, files: Files): Promise<void> {
  if (run !== null) await files.write(`${folder.replace(/\/+$/, '')}/run.json`, writeRun(run));
}

/** Writes `requests.jsonl`: what the driver saw of each request; no file where another engine drove. */
export async function saveRequests(traffic: readonly SentTraffic[], folder: string, files: Files): Promise<void> {
  if (traffic.length > 0) await files.writeLines(`${folder.replace(/\/+$/, '')}/requests.jsonl`, requestLog(traffic));
}

/** Puts the report under the pull request, as the input `comment` wishes. */
export async function comment(report: Report, settings: Settings, comments: Comments): Promise<CommentOutcome> {
  if (settings.comment === 'never') return NEVER;
  const marker = markerOf(settings);
  // With nothing to say no comment is made, but one that says otherwise is put right.
  const onlyIfThere = settings.comment === 'changes' && !saysSomething(report);
  return comments.upsert(marker, `${marker}\n${reportMarkdown(report)}`, onlyIfThere);
}

/** Where an earlier run commented, says that this one could not measure; makes no comment of its own. */
export async function commentOnFailure(
  failure: GateError,
  settings: Settings,
  comments: Comments,
): Promise<CommentOutcome> {
  if (settings.comment === 'never') return NEVER;
  const marker = markerOf(settings);
  return comments.upsert(marker, `${marker}\n${failureMarkdown(failure)}\n`, true);
}

const NEVER: CommentOutcome = { kind: 'not written', because: '"comment" is never', worthAWarning: false };

function markerOf({ commentKey }: Settings): string {
  return `<!-- aws-xray-performance-gate:${commentKey} -->`;
}

function saysSomething({ verdict, compared }: Report): boolean {
  if (verdict !== 'passed' || compared === null) return true;
  return compared.edgeDifferences.length > 0 || compared.others.some(({ state }) => state === 'improved');
}

/** What the report means for the job. */
export type Conclusion = { readonly failed: boolean; readonly sentence: string };

/** Regressed fails the job, and so does a side without one whole trace; else inconclusive and no baseline as the inputs say. */
export function conclude(report: Report, settings: Pick<Settings, 'onInconclusive' | 'onNoBaseline'>): Conclusion {
  const { title, summary } = headline(report);
  const reasons = [...(report.compared?.reasons ?? []), ...causeSentences(report.run.uncovered)];
  const why = report.compared === null ? [report.baselineChoice] : reasons;
  const sentence = [`${title}: ${summary}`, ...why].join(' ');
  switch (report.verdict) {
    case 'passed':
      return { failed: false, sentence };
    case 'regressed':
      return { failed: true, sentence };
    case 'inconclusive':
      return { failed: settings.onInconclusive === 'fail' || measuredNothing(report), sentence };
    case 'no-baseline':
      return { failed: settings.onNoBaseline === 'fail', sentence };
  }
}

function measuredNothing({ compared }: Report): boolean {
  return compared === null || Object.values(compared.coverage).some(({ complete }) => complete === 0);
}
