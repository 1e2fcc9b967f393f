import { targetName } from '../drive/lambda-target.js';

/** What the inputs say about the baseline. */
export interface BaselineWish {
  /** Both versions are live: they are driven side by side. */
  readonly url: URL | null;
  readonly version: string | null;
  /** Paths of saved profiles: earlier runs; empty where none was given. */
  readonly profilePaths: readonly string[];
  /** GitHub environment whose last successful deployment is the baseline. */
  readonly environment: string | null;
}

/** Earlier versions that GitHub knows of; each null where there is none. */
export interface EarlierVersions {
  /** What the last successful deployment to the environment deployed, other than the candidate. */
  readonly lastDeployed: string | null;
  /** The commit that the pull request branched from. */
  readonly mergeBase: string | null;
}

/** Where a baseline comes from. */
export type BaselineChoice =
  | { readonly kind: 'side by side'; readonly url: URL; readonly version: string | null }
  | { readonly kind: 'saved profiles'; readonly paths: readonly string[] }
  | { readonly kind: 'version in X-Ray'; readonly version: string; readonly because: string }
  | { readonly kind: 'none'; readonly because: string };

/** True when the inputs leave the choice to what GitHub knows. */
export function asksForHistory({ url, version, profilePaths }: BaselineWish): boolean {
  return url === null && version === null && profilePaths.length === 0;
}

/**
 * Which baseline to compare with: the most exact that the inputs offer, else the version of the environment's last
 * successful deployment, else the pull request's merge base.
 */
export function chooseBaseline(wish: BaselineWish, candidateVersion: string, earlier: EarlierVersions): BaselineChoice {
  if (wish.url !== null) return { kind: 'side by side', url: wish.url, version: wish.version };
  if (wish.profilePaths.length > 0) return { kind: 'saved profiles', paths: wish.profilePaths };
  if (wish.version !== null) return { kind: 'version in X-Ray', version: wish.version, because: 'named by "baseline"' };
  const { lastDeployed, mergeBase } = earlier;
  if (lastDeployed !== null && lastDeployed !== candidateVersion) {
    const because = `last successful deployment to ${wish.environment}`;
    return { kind: 'version in X-Ray', version: lastDeployed, because };
  }
  if (mergeBase !== null && mergeBase !== candidateVersion) {
    return { kind: 'version in X-Ray', version: mergeBase, because: "the pull request's merge base" };
  }
  return {
    kind: 'none',
    because:
      'None of "baseline-url", "baseline" and "baseline-profile" was given, and GitHub knows no earlier version: no successful deployment to "environment", no pull request with a merge base.',
  };
}

/** Where the baseline comes from, or why there is none, in words. */
export function describeChoice(choice: BaselineChoice): string {
  switch (choice.kind) {
    case 'side by side':
      return `driven side by side at ${targetName(choice.url)}`;
    case 'saved profiles':
      return choice.paths.length === 1
        ? `saved profile ${choice.paths[0]}`
        : `${choice.paths.length} saved profiles: ${choice.paths.join(', ')}`;
    case 'version in X-Ray':
      return `traces of version ${choice.version} in X-Ray, ${choice.because}`;
    case 'none':
      return choice.because;
  }
}
