import { describe, expect, test } from 'vitest';
import {
  asksForHistory,
  type BaselineWish,
  chooseBaseline,
  describeChoice,
  type EarlierVersions,
} from '../../src/baseline/choose-baseline.js';

const NO_WISH: BaselineWish = { url: null, version: null, profilePaths: [], environment: null };
const NOTHING_EARLIER: EarlierVersions = { lastDeployed: null, mergeBase: null };
const URL_OF_BASELINE = new URL('https://baseline.example.com/prod');

const choices: {
  name: string;
  wish?: Partial<BaselineWish>;
  earlier?: Partial<EarlierVersions>;
  choice: object;
  words: string;
}[] = [
  {
    name: 'a URL: side by side',
    wish: { url: URL_OF_BASELINE },
    choice: { kind: 'side by side', url: URL_OF_BASELINE, version: null },
    words: 'driven side by side at https://baseline.example.com',
  },
  {
    name: 'a URL before everything else, with the version that is expected there',
    wish: { url: URL_OF_BASELINE, version: 'v1', profilePaths: ['base.json'], environment: 'production' },
    earlier: { lastDeployed: 'v0', mergeBase: 'abc' },
    choice: { kind: 'side by side', url: URL_OF_BASELINE, version: 'v1' },
    words: 'driven side by side at https://baseline.example.com',
  },
  {
    name: 'a saved profile before a version',
    wish: { version: 'v1', profilePaths: ['base.json'] },
    earlier: { lastDeployed: 'v0', mergeBase: 'abc' },
    choice: { kind: 'saved profiles', paths: ['base.json'] },
    words: 'saved profile base.json',
  },
  {
    name: 'a named version before what GitHub knows',
    wish: { version: 'v1', environment: 'production' },
    earlier: { lastDeployed: 'v0', mergeBase: 'abc' },
    choice: { kind: 'version in X-Ray', version: 'v1', because: 'named by "baseline"' },
    words: 'traces of version v1 in X-Ray, named by "baseline"',
  },
  {
    name: "a named version, though it is the candidate's own",
    wish: { version: 'v2' },
    choice: { kind: 'version in X-Ray', version: 'v2', because: 'named by "baseline"' },
    words: 'traces of version v2 in X-Ray, named by "baseline"',
  },
  {
    name: 'the last deployment before the merge base',
    wish: { environment: 'production' },
    earlier: { lastDeployed: 'v0', mergeBase: 'abc' },
    choice: { kind: 'version in X-Ray', version: 'v0', because: 'last successful deployment to production' },
    words: 'traces of version v0 in X-Ray, last successful deployment to production',
  },
  {
    name: 'the merge base where the last deployment is the candidate itself',
    wish: { environment: 'production' },
    earlier: { lastDeployed: 'v2', mergeBase: 'abc' },
    choice: { kind: 'version in X-Ray', version: 'abc', because: "the pull request's merge base" },
    words: "traces of version abc in X-Ray, the pull request's merge base",
  },
  {
    name: 'the merge base where nothing was deployed',
    earlier: { mergeBase: 'abc' },
    choice: { kind: 'version in X-Ray', version: 'abc', because: "the pull request's merge base" },
    words: "traces of version abc in X-Ray, the pull request's merge base",
  },
  {
    name: 'none where both are the candidate itself',
    earlier: { lastDeployed: 'v2', mergeBase: 'v2' },
    choice: { kind: 'none', because: expect.stringContaining('GitHub knows no earlier version') },
    words: 'None of "baseline-url", "baseline" and "baseline-profile" was given',
  },
  {
    name: 'none where nothing is known',
    choice: { kind: 'none', because: expect.stringContaining('"baseline-profile"') },
    words: 'None of "baseline-url", "baseline" and "baseline-profile" was given',
  },
];

describe('the baseline is', () => {
  test.each(choices)('$name', ({ wish, earlier, choice, words }) => {
    const chosen = chooseBaseline({ ...NO_WISH, ...wish }, 'v2', { ...NOTHING_EARLIER, ...earlier });
    expect(chosen).toEqual(choice);
    expect(describeChoice(chosen)).toContain(words);
  });
});

describe("GitHub's history is asked", () => {
  const wishes: { name: string; wish: Partial<BaselineWish>; asks: boolean }[] = [
    { name: 'nothing', wish: {}, asks: true },
    { name: 'an environment alone', wish: { environment: 'production' }, asks: true },
    { name: 'a URL', wish: { url: URL_OF_BASELINE }, asks: false },
    { name: 'a version', wish: { version: 'v1' }, asks: false },
    { name: 'a saved profile', wish: { profilePaths: ['base.json'] }, asks: false },
  ];
  test.each(wishes)('where the inputs name $name: $asks', ({ wish, asks }) => {
    expect(asksForHistory({ ...NO_WISH, ...wish })).toBe(asks);
  });
});
