import type { BaselineWish } from './baseline/choose-baseline.js';
import type { InputReader } from './input-reader.js';
import { readUrl } from './url-input.js';

/** What the build is to be compared with. */
export function readBaseline(read: InputReader): BaselineWish {
  return {
    url: readUrl(read, 'baseline-url'),
    version: read.text('baseline'),
    profilePaths: read.lines('baseline-profile'),
    environment: read.text('environment'),
  };
}

/** Of two versions that are both looked up, only their names are told. */
export function checkOnlyVersions(
  read: InputReader,
  { url, version, profilePaths }: BaselineWish,
  externalRun: string | null,
): void {
  if (version === null) read.problem('Input "mode": compare needs "baseline", the version to compare with.');
  const others = [
    ...(url === null ? [] : ['"baseline-url"']),
    ...(profilePaths.length === 0 ? [] : ['"baseline-profile"']),
    ...(externalRun === null ? [] : ['"external-run"']),
  ];
  if (others.length === 0) return;
  read.problem(`Input "mode": compare looks both versions up in X-Ray, and takes no ${others.join(', no ')}.`);
}
