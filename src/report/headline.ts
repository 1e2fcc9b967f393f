import { deniedSummary } from './denied-alone.js';
import { placesToLookAt } from './look-at.js';
import type { Report } from './report.js';

export interface Headline {
  readonly mark: string;
  readonly title: string;
  /** One or two sentences, unescaped, without names. */
  readonly summary: string;
}

/** The first thing a person reads: what became of the build, and on what evidence. */
export function headline(report: Report): Headline {
  const { verdict, compared, candidateCoverage } = report;
  switch (verdict) {
    case 'passed':
      return { mark: '✅', title: 'Passed', summary: passed(compared) };
    case 'regressed': {
      if (compared === null) return { mark: '❌', title: 'Regressed', summary: deniedSummary(report) };
      const places = placesToLookAt(compared.findings).length;
      const count = places === 1 ? 'One thing is' : `${places} things are`;
      return { mark: '❌', title: 'Regressed', summary: `${count} worse, in ${evidence(compared)}.` };
    }
    case 'inconclusive':
      return { mark: '⚠️', title: 'Inconclusive', summary: inconclusive(compared, candidateCoverage) };
    case 'no-baseline':
      return {
        mark: '⚪',
        title: 'No baseline',
        summary: `${candidateCoverage.complete} traces of the build were collected, and there is nothing to compare them with.`,
      };
  }
}

function inconclusive(compared: Report['compared'], { complete }: Report['candidateCoverage']): string {
  return compared === null
    ? `${complete} traces of the build were collected, and those of the baseline could not be read.`
    : 'Too little was measured to pass or fail the build.';
}

function passed(compared: Report['compared']): string {
  const [screen, confirm] = compared?.stages ?? [];
  if (compared === null || screen === undefined || confirm === undefined) {
    return `Nothing got worse in ${evidence(compared)}.`;
  }
  const what = screen.suspected === 1 ? 'One measurement looked' : `${screen.suspected} measurements looked`;
  return `Nothing got worse: ${what} so in ${compared.units} pairs of requests, driven side by side, and not again in ${confirm.units} fresh pairs.`;
}

function evidence(compared: Report['compared']): string {
  if (compared === null) return 'nothing';
  if (compared.design === 'pairs') {
    const again = compared.stages.find(({ kind }) => kind === 'confirm');
    const fresh = again === undefined || again.suspected === 0 ? '' : `, and again in ${again.units} fresh pairs`;
    return `${compared.units} pairs of requests, driven side by side${fresh}`;
  }
  const { baseline, candidate } = compared.coverage;
  return `${candidate.complete} traces against ${baseline.complete} of an earlier run`;
}
